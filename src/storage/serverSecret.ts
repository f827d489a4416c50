import { hkdfSync, randomBytes } from 'node:crypto';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeDisk } from './disk.ts';
import { StorageError } from './storageError.ts';

/** The one secret of an installation, from which each purpose gets a key of its own. */
export type ServerSecret = {
  /** 32 bytes, always the same for a purpose and of no use for another (HKDF-SHA256, RFC 5869). */
  deriveKey(purpose: string): Uint8Array;
};

const secretBytes = 32;
const shortestConfigured = 32;

/**
 * The configured secret, or the one in the data folder, made at first start and readable by its owner
 * only. Rejects with `SECRET_INVALID`.
 */
export async function openServerSecret(
  folder: string,
  configured: string | null = null,
): Promise<ServerSecret> {
  const secret = configured === null ? await secretIn(folder) : checked(configured);
  return {
    deriveKey: (purpose) => new Uint8Array(hkdfSync('sha256', secret, '', purpose, secretBytes)),
  };
}

function checked(configured: string): Buffer {
  if (configured.length >= shortestConfigured) return Buffer.from(configured, 'utf8');
  throw new StorageError(
    'SECRET_INVALID',
    `The configured server secret has fewer than ${shortestConfigured} characters.`,
    'Set a random one, for example the output of "openssl rand -hex 32".',
  );
}

async function secretIn(folder: string): Promise<Buffer> {
  const file = join(folder, 'server-secret');
  const stored = await nodeDisk.read(file);
  if (!stored) return createSecret(folder, file);

  // A restored backup may have lost the mode.
  await chmod(file, 0o600);
  const text = stored.toString('utf8').trim();
  if (/^[0-9a-f]{64}$/.test(text)) return Buffer.from(text, 'hex');
  throw new StorageError(
    'SECRET_INVALID',
    `${file} does not hold a secret of ours.`,
    'Put it back from the backup. If it is lost, delete it: everybody has to sign in anew.',
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
