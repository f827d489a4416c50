export { readConfig, type AzureConfig, type Config, type OpenIdConfig } from './config.ts';
export { ConfigError, type ConfigErrorCode } from './configError.ts';
export type { MessengerConfig } from './messengerConfig.ts';
