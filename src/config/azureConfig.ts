import { z } from 'zod';
import { ConfigError } from './configError.ts';

export type AzureConfig = {
  readonly appId: string;
  readonly appPassword: string;
  readonly tenantId: string | null;
};

export const azureVariables = {
  MICROSOFT_APP_ID: z.string().optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TENANT_ID: z.string().optional(),
};

type Variables = z.output<z.ZodObject<typeof azureVariables>>;

/** The bot's registration with Azure; `null` without one. Throws a `ConfigError` for a part of it. */
export function azureConfig(env: Variables): AzureConfig | null {
  if (!env.MICROSOFT_APP_ID) {
    if (!env.MICROSOFT_APP_PASSWORD && !env.MICROSOFT_APP_TENANT_ID) return null;
    throw new ConfigError(
      'CONFIG_NO_APP_ID',
      'MICROSOFT_APP_ID: a password or tenant without an app id opens no channel. Set the app id, ' +
        'or take the others out.',
    );
  }
  if (!env.MICROSOFT_APP_PASSWORD) {
    throw new ConfigError(
      'CONFIG_NO_APP_PASSWORD',
      'MICROSOFT_APP_PASSWORD: an app id needs its password. Set both, or neither.',
    );
  }
  return {
    appId: env.MICROSOFT_APP_ID,
    appPassword: env.MICROSOFT_APP_PASSWORD,
    tenantId: env.MICROSOFT_APP_TENANT_ID ?? null,
  };
}
