export { readConfig, type AzureConfig, type Config } from './config.ts';
export { ConfigError, type ConfigErrorCode } from './configError.ts';
