import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { devNull } from 'node:os';

/**
 * What happens at operation `at`: `kill` ends the process before it, `torn` after half of its bytes were
 * written; `EIO` and `ENOSPC` fail it and the next `length - 1`, writes after half of their bytes.
 */
export type Fault = {
  readonly at: number;
  readonly kind: 'kill' | 'torn' | 'EIO' | 'ENOSPC';
  readonly length: number;
};

type AnyMethod = (this: unknown, ...parameters: unknown[]) => Promise<unknown>;

const fileMethods = ['appendFile', 'writeFile', 'datasync', 'sync', 'truncate'] as const;
const folderFunctions = ['rename', 'link', 'rm'] as const;

/**
 * Lets this process fail in its file operations number `at` and on, counted from now. Every write, flush,
 * rename, link and removal counts. Must be called before the modules under test are loaded. Returns how to
 * ask for the number of operations so far.
 */
export async function makeFilesMortal({ at, kind, length }: Fault): Promise<() => number> {
  let operations = 0;

  const guarded = (name: string, original: AnyMethod): AnyMethod =>
    async function (this: unknown, ...parameters) {
      operations += 1;
      const isHit = operations >= at && operations < at + length;
      if (!isHit) return original.apply(this, parameters);
      const isWrite = name === 'appendFile' || name === 'writeFile';
      if (isWrite && kind !== 'kill') {
        const text = String(parameters[0]);
        await original.call(this, text.slice(0, text.length / 2));
      }
      if (kind === 'kill' || kind === 'torn') {
        process.kill(process.pid, 'SIGKILL');
        await new Promise(() => undefined);
      }
      throw Object.assign(new Error(`${kind}: ${name}`), { code: kind });
    };

  const handle = await fs.promises.open(devNull, 'r');
  // The class of file handles is not exported; every handle has its prototype.
  const prototype = Object.getPrototypeOf(handle) as Record<string, AnyMethod>;
  await handle.close();
  for (const name of fileMethods) prototype[name] = guarded(name, prototype[name]!);
  const functions = fs.promises as unknown as Record<string, AnyMethod>;
  for (const name of folderFunctions) functions[name] = guarded(name, functions[name]!);
  syncBuiltinESMExports();
  return () => operations;
}
