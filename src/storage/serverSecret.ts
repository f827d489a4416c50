import { hkdfSync, randomBytes } from 'node:crypto';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeDisk } from './disk.ts';
import { StorageError } from './storageError.ts';

/** The one secret of an installation, from which each purpose gets a key of its own. */
export type ServerSecret = {
  /** 32 bytes, always the same for a purpose and of no use for another (HKDF-SHA256, RFC 5869). */
  deriveKey(purpose: string): Uint8Array;
  /** The key, and after a rotation the one before it, which may check but not make anything. */
  deriveKeys(purpose: string): Keys;
};

/** The newest first. */
export type Keys = readonly [Uint8Array, ...Uint8Array[]];

const secretBytes = 32;
const shortestConfigured = 32;
const fileName = 'server-secret';
const previousName = `${fileName}.previous`;

/** A secret set by the operator, and the one it replaced. */
export type ConfiguredSecret = { readonly current: string; readonly previous: string | null };

/**
 * The configured secret, or the one in the data folder, made at first start and readable by its owner
 * only. Rejects with `SECRET_INVALID`, also when a folder with an audit has lost its secret: a new one
 * made in silence would leave an audit that nobody can check.
 */
export async function openServerSecret(
  folder: string,
  configured: ConfiguredSecret | null = null,
): Promise<ServerSecret> {
  const [current, previous] = configured
    ? [checked(configured.current), configured.previous && checked(configured.previous)]
    : [await secretIn(folder), await readSecret(join(folder, previousName))];
  const keyFrom = (secret: Buffer, purpose: string): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', secret, '', purpose, secretBytes));
  return {
    deriveKey: (purpose) => keyFrom(current, purpose),
    deriveKeys: (purpose) => [
      keyFrom(current, purpose),
      ...(previous ? [keyFrom(previous, purpose)] : []),
    ],
  };
}

/**
 * Makes a new secret in the data folder and keeps the old one beside it as the previous one. Whoever
 * calls it holds the folder's lock. A crash at any point leaves a secret that opens.
 */
export async function rotateServerSecret(folder: string): Promise<void> {
  const file = join(folder, fileName);
  const current = await secretIn(folder);
  const previous = `${join(folder, previousName)}.tmp`;
  await nodeDisk.write(previous, `${current.toString('hex')}\n`, true);
  await nodeDisk.rename(previous, join(folder, previousName));
  await createSecret(folder, file);
}

function checked(configured: string): Buffer {
  // The secret of a data folder, for a library that goes over to a database.
  const fromFolder = /^hex:([0-9a-f]{64})$/.exec(configured)?.[1];
  if (fromFolder !== undefined) return Buffer.from(fromFolder, 'hex');
  if (configured.length >= shortestConfigured) return Buffer.from(configured, 'utf8');
  throw new StorageError(
    'SECRET_INVALID',
    `The configured server secret has fewer than ${shortestConfigured} characters.`,
    'Set a random one, for example the output of "openssl rand -hex 32".',
  );
}

async function secretIn(folder: string): Promise<Buffer> {
  const file = join(folder, fileName);
  const stored = await readSecret(file);
  if (stored) return stored;
  const isInUse = (await nodeDisk.list(join(folder, 'audit'))).length > 0;
  if (isInUse) throw lost(`${file} is missing, and the audit beside it was made with it.`, file);
  return createSecret(folder, file);
}

async function readSecret(file: string): Promise<Buffer | null> {
  const stored = await nodeDisk.read(file);
  if (!stored) return null;
  // A restored backup may have lost the mode.
  await chmod(file, 0o600);
  const text = stored.toString('utf8').trim();
  if (/^[0-9a-f]{64}$/.test(text)) return Buffer.from(text, 'hex');
  throw lost(`${file} does not hold a secret of ours.`, file);
}

function lost(problem: string, file: string): StorageError {
  return new StorageError(
    'SECRET_INVALID',
    problem,
    'Put it back from the backup, or set the SERVER_SECRET in use before. If it is lost: ' +
      `openssl rand -hex 32 > ${file}. Then everybody signs in anew, and the audit so far can no ` +
      'longer be checked.',
  );
}

async function createSecret(folder: string, file: string): Promise<Buffer> {
  const secret = randomBytes(secretBytes);
  const temporary = `${file}.tmp`;
  await nodeDisk.write(temporary, `${secret.toString('hex')}\n`, true);
  await nodeDisk.rename(temporary, file);
  await nodeDisk.syncFolder(folder);
  return secret;
}
