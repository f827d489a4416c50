import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { waitingRoom } from './waitingRoom.ts';

/** A password as it is kept: nothing here, nor all of it together, gives the password back. */
export type PasswordHash = {
  readonly salt: string;
  readonly hash: string;
  readonly cost: ScryptCost;
};

/** The three parameters of RFC 7914. */
export type ScryptCost = { readonly N: number; readonly r: number; readonly p: number };

/** One of the settings OWASP lists for scrypt: 32 MiB and about 0.2 s for each check. */
export const scryptCost: ScryptCost = { N: 2 ** 15, r: 8, p: 3 };

export type PasswordHasher = {
  /** Rejects with a `TooManyWaitingError` when too many checks wait already. */
  hash(password: string): Promise<PasswordHash>;
  /** Rejects like `hash`. With `null` it takes as long as ever and answers false. */
  verify(password: string, stored: PasswordHash | null): Promise<boolean>;
};

const saltBytes = 32;
const hashBytes = 32;

/**
 * Hashes with scrypt after an HMAC under `pepper`, a key that is not kept beside the hashes: a stolen
 * file alone cannot be tried against a list of passwords. At most two run at once, because each
 * takes 32 MiB and one of the few threads that Node has for such work, and twenty may wait.
 */
export function passwordHasher(pepper: Uint8Array, cost: ScryptCost = scryptCost): PasswordHasher {
  const inTurn = waitingRoom({ atOnce: 2, waiting: 20 });
  const nobody: PasswordHash = {
    salt: randomBytes(saltBytes).toString('base64'),
    hash: randomBytes(hashBytes).toString('base64'),
    cost,
  };

  function peppered(password: string): Buffer {
    return createHmac('sha256', pepper).update(password.normalize('NFKC')).digest();
  }

  return {
    async hash(password) {
      const salt = randomBytes(saltBytes);
      const hash = await inTurn(() => derive(peppered(password), salt, cost));
      return { salt: salt.toString('base64'), hash: hash.toString('base64'), cost };
    },
    async verify(password, stored) {
      const { salt, hash, cost: storedCost } = stored ?? nobody;
      const derived = await inTurn(() =>
        derive(peppered(password), Buffer.from(salt, 'base64'), storedCost),
      );
      const expected = Buffer.from(hash, 'base64');
      const isEqual = expected.length === derived.length && timingSafeEqual(expected, derived);
      return isEqual && stored !== null;
    },
  };
}

function derive(secret: Buffer, salt: Buffer, { N, r, p }: ScryptCost): Promise<Buffer> {
  // What OpenSSL counts for these parameters; the default limit of 32 MiB is just too little for ours.
  const maxmem = 128 * r * (N + p + 2);
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, hashBytes, { N, r, p, maxmem }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
