import { z } from 'zod';
import { ConfigError } from './configError.ts';

/** The bot's own access to a Koha. */
export type KohaConfig = { readonly clientId: string; readonly clientSecret: string };

export const kohaVariables = {
  KOHA_CLIENT_ID: z.string().optional(),
  KOHA_CLIENT_SECRET: z.string().optional(),
};

type Variables = z.output<z.ZodObject<typeof kohaVariables>>;

/** `null` when not given. Throws a `ConfigError` for half of it. */
export function kohaConfig({
  KOHA_CLIENT_ID: clientId,
  KOHA_CLIENT_SECRET: clientSecret,
}: Variables): KohaConfig | null {
  if (clientId && clientSecret) return { clientId, clientSecret };
  if (!clientId && !clientSecret) return null;
  throw new ConfigError(
    'CONFIG_KOHA_HALF',
    'KOHA_CLIENT_ID and KOHA_CLIENT_SECRET: Koha needs both. Set both, or neither.',
  );
}
