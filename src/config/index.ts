export type { AzureConfig } from './azureConfig.ts';
export { readConfig, type Config } from './config.ts';
export { ConfigError, type ConfigErrorCode } from './configError.ts';
export type { MessengerConfig } from './messengerConfig.ts';
export type { OpenIdConfig } from './openIdConfig.ts';
