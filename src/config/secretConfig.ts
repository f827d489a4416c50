import { z } from 'zod';
import { ConfigError } from './configError.ts';

/** `previous` still checks what it made before the change: tokens of open chats, forms, codes. */
export type SecretConfig = { readonly current: string; readonly previous: string | null };

/** Different characters of a secret; "openssl rand -hex 32" has all sixteen. */
const fewestDifferent = 10;

const secret = z
  .string()
  .min(32, 'use at least 32 random characters')
  .refine((text) => new Set(text).size >= fewestDifferent, 'use random characters');

export const secretVariables = {
  SERVER_SECRET: secret.optional(),
  SERVER_SECRET_PREVIOUS: secret.optional(),
};

type Variables = z.output<z.ZodObject<typeof secretVariables>>;

/**
 * The configured secret; `null` leaves it to the data folder. Throws a `ConfigError` where it is needed
 * and missing, and for a previous one without a new one.
 */
export function secretConfig(
  env: Variables,
  { isNeeded }: { readonly isNeeded: boolean },
): SecretConfig | null {
  const { SERVER_SECRET: current, SERVER_SECRET_PREVIOUS: previous = null } = env;
  if (previous !== null && (current === undefined || current === previous)) {
    throw new ConfigError(
      'CONFIG_SECRET_UNCHANGED',
      'SERVER_SECRET_PREVIOUS: the old secret stands here while SERVER_SECRET holds a new one. ' +
        'Set a new SERVER_SECRET, or take this variable out.',
    );
  }
  if (current !== undefined) return { current, previous };
  if (!isNeeded) return null;
  throw new ConfigError(
    'CONFIG_NO_SECRET',
    'SERVER_SECRET: instances on one database need the same secret. Set it to the output of ' +
      '"openssl rand -hex 32" in all of them.',
  );
}
