import { createHash } from 'node:crypto';
import type { Keys } from '../storage/index.ts';

type TokenKey = { readonly kid: string; readonly key: Uint8Array };

/** The keys of the web chat's tokens: the newest signs, the one before a rotation still verifies. */
export function tokenKeys([current, previous]: Keys): {
  readonly current: TokenKey;
  readonly previous?: TokenKey;
} {
  return { current: named(current), ...(previous && { previous: named(previous) }) };
}

/** A key names itself by a hash, so that a restart with another secret needs no counter. */
function named(key: Uint8Array): TokenKey {
  const kid = createHash('sha256').update('kid').update(key).digest('hex').slice(0, 8);
  return { kid, key };
}
