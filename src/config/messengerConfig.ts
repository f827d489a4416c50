import { z } from 'zod';
import { ConfigError } from './configError.ts';

/** A Facebook Page that readers write to, and what proves Meta to us and us to Meta. */
export type MessengerConfig = {
  readonly pageId: string;
  readonly appSecret: string;
  readonly pageToken: string;
  /** Chosen by the operator, typed into Meta's form; Meta shows it when it checks the address. */
  readonly verifyToken: string;
  /** Where a rehearsal sends instead of to Meta; `null` for Meta. */
  readonly graphUrl: string | null;
};

export const messengerVariables = {
  FACEBOOK_PAGE_ID: z
    .string()
    .regex(/^\d{1,32}$/, 'write the digits of the Page id')
    .optional(),
  FACEBOOK_APP_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'write the 32 characters of the app secret')
    .optional(),
  FACEBOOK_PAGE_TOKEN: z
    .string()
    .regex(/^[\w-]{20,}$/, 'write the page access token')
    .optional(),
  FACEBOOK_VERIFY_TOKEN: z.string().min(16, 'use at least 16 random characters').optional(),
  FACEBOOK_GRAPH_URL: z.url({ protocol: /^http$/ }).optional(),
};

const needed = [
  'FACEBOOK_PAGE_ID',
  'FACEBOOK_APP_SECRET',
  'FACEBOOK_PAGE_TOKEN',
  'FACEBOOK_VERIFY_TOKEN',
] as const;

type Variables = z.output<z.ZodObject<typeof messengerVariables>> & {
  readonly MICROSOFT_APP_ID?: string | undefined;
};

/**
 * The Page of the configuration; `null` without one. `isRehearsalHost`: whether an address lies on this
 * machine; `null` where nothing is rehearsed. Throws a `ConfigError` for a part of it, and where Azure
 * reaches the Page already.
 */
export function messengerConfig(
  env: Variables,
  isRehearsalHost: ((host: string) => boolean) | null,
): MessengerConfig | null {
  const missing = needed.find((name) => !env[name]);
  if (missing) {
    const given = [...needed, 'FACEBOOK_GRAPH_URL' as const].find((name) => env[name]);
    if (!given) return null;
    throw new ConfigError(
      'CONFIG_MESSENGER_INCOMPLETE',
      `${missing}: Messenger needs ${needed.join(', ')}. Set all of them, or take ${given} out.`,
    );
  }
  const {
    FACEBOOK_PAGE_ID: pageId = '',
    FACEBOOK_APP_SECRET: appSecret = '',
    FACEBOOK_PAGE_TOKEN: pageToken = '',
    FACEBOOK_VERIFY_TOKEN: verifyToken = '',
    FACEBOOK_GRAPH_URL: graphUrl = null,
  } = env;
  if (verifyToken === appSecret || verifyToken === pageToken) {
    throw new ConfigError(
      'CONFIG_MESSENGER_TOKEN',
      'FACEBOOK_VERIFY_TOKEN: it travels in addresses, so it must be no other secret. Write ' +
        'random characters of its own.',
    );
  }
  if (graphUrl !== null && !isRehearsalHost?.(new URL(graphUrl).hostname)) {
    throw new ConfigError(
      'CONFIG_MESSENGER_GRAPH',
      'FACEBOOK_GRAPH_URL: whoever is there gets the page token and every message. It is for ' +
        'rehearsals of the demo on this machine; take it out.',
    );
  }
  if (env.MICROSOFT_APP_ID) {
    throw new ConfigError(
      'CONFIG_TWO_MESSENGERS',
      'FACEBOOK_PAGE_ID: with MICROSOFT_APP_ID the Page is reached through Azure, and readers would ' +
        'be answered twice. Take the FACEBOOK_ variables or the MICROSOFT_ ones out.',
    );
  }
  return { pageId, appSecret, pageToken, verifyToken, graphUrl };
}
