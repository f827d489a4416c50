import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { z } from 'zod';
import { nodeDisk, type Disk } from './disk.ts';
import { groupCommit } from './groupCommit.ts';
import { StorageError } from './storageError.ts';

export type JsonFileOptions = {
  readonly disk?: Disk;
  /** False: survives the end of the process, but not a power cut. For what may be lost. Default true. */
  readonly durable?: boolean;
  /** Keeps the version before the last write beside the file; see `previousVersionOf`. */
  readonly keepPrevious?: boolean;
};

const sealed = z.strictObject({ checksum: z.string(), data: z.unknown() });

/**
 * A lowdb adapter for one JSON file that is always whole: written to a temporary file in the same
 * folder, fsync, rename, fsync of the folder (lowdb's own adapter never calls fsync). Writes that wait
 * for each other share the last one's data.
 *
 * `read` gives `null` for a missing file and rejects with `FILE_DAMAGED` when the content is not what
 * was written (checksum) or not of the `schema`'s shape: a store must never start empty over lost data.
 */
export function durableJsonFile<Value>(
  file: string,
  schema: z.ZodType<Value>,
  { disk = nodeDisk, durable = true, keepPrevious = false }: JsonFileOptions = {},
): Adapter<Value> {
  const temporary = `${file}.tmp`;

  async function replace(value: Value): Promise<void> {
    await disk.write(temporary, seal(value), durable);
    if (keepPrevious) await keepAsPrevious();
    await disk.rename(temporary, file);
    if (durable) await disk.syncFolder(dirname(file));
  }

  async function keepAsPrevious(): Promise<void> {
    const spare = `${file}.spare`;
    await disk.remove(spare);
    if ((await disk.read(file)) === null) return;
    await disk.link(file, spare);
    await disk.rename(spare, previousVersionOf(file));
  }

  const writes = groupCommit<Value, null>(async (values) => {
    const newest = values[values.length - 1];
    if (newest !== undefined) await replace(newest);
    return values.map(() => null);
  });

  return {
    async read() {
      const content = await disk.read(file);
      return content === null ? null : unseal(file, content.toString('utf8'), schema);
    },
    async write(value) {
      await writes.add(value);
    },
  };
}

/** Where `durableJsonFile` keeps the version before the last write. */
export function previousVersionOf(file: string): string {
  return file.replace(/(\.json)?$/, '.previous$1');
}

function seal(value: unknown): string {
  const text = JSON.stringify(value);
  return `{"checksum":"${checksumOf(text)}","data":${text}}\n`;
}

function unseal<Value>(file: string, content: string, schema: z.ZodType<Value>): Value {
  try {
    const { checksum, data } = sealed.parse(JSON.parse(content));
    if (checksum !== checksumOf(JSON.stringify(data))) throw new Error('the checksum differs');
    return schema.parse(data);
  } catch (error) {
    throw new StorageError(
      'FILE_DAMAGED',
      `${file} is damaged: it is not what the program wrote.`,
      'Put back the file from the last backup and start again.',
      error,
    );
  }
}

function checksumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
