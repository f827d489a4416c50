import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { Clock } from '../../clock.ts';
import { createAzureGuard } from './azureGuard.ts';
import { LimitedAuthentication } from './connectorLimits.ts';
import { createEmulatorGuard } from './emulatorGuard.ts';
import type { Guard } from './guard.ts';
import { createSigningKeys } from './signingKeys.ts';

const METADATA_URL = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** Where the keys of senders are published and how the bot proves itself to connectors. */
export type AzureCloud = {
  readonly openIdMetadataUrl: string;
  readonly credentials: ConfigurationServiceClientCredentialFactory;
};

export type BotFrameworkMode =
  | { readonly kind: 'emulator' }
  | {
      readonly kind: 'azure';
      readonly appId: string;
      readonly appPassword: string;
      /** With a tenant the app registration is single-tenant, the only kind Azure still creates. */
      readonly tenantId?: string | null;
      /** Default: the public Azure cloud. */
      readonly cloud?: AzureCloud;
    };

/** How the two modes differ: who is let in, and under which app id replies are sent. */
export type Door = {
  readonly appId: string;
  readonly guard: Guard;
  readonly authentication: LimitedAuthentication;
};

export function openDoor(mode: BotFrameworkMode, clock: Clock, connectorTimeoutMs: number): Door {
  switch (mode.kind) {
    case 'emulator':
      return {
        appId: '',
        guard: createEmulatorGuard(),
        authentication: new LimitedAuthentication(connectorTimeoutMs),
      };
    case 'azure': {
      const keysUrl = mode.cloud?.openIdMetadataUrl ?? METADATA_URL;
      const credentials = mode.cloud?.credentials ?? credentialsOf(mode);
      return {
        appId: mode.appId,
        guard: createAzureGuard(mode.appId, createSigningKeys(keysUrl, clock)),
        authentication: new LimitedAuthentication(connectorTimeoutMs, {}, credentials),
      };
    }
  }
}

function credentialsOf(mode: BotFrameworkMode & { readonly kind: 'azure' }) {
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: mode.appId,
    MicrosoftAppPassword: mode.appPassword,
    ...(mode.tenantId
      ? { MicrosoftAppType: 'SingleTenant', MicrosoftAppTenantId: mode.tenantId }
      : { MicrosoftAppType: 'MultiTenant' }),
  });
}
