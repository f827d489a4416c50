export type ConfigErrorCode =
  | 'CONFIG_INVALID'
  | 'CONFIG_DEMO_EXPOSED'
  | 'CONFIG_DEMO_CLOCK'
  | 'CONFIG_DEMO_LIBRARY'
  | 'CONFIG_DEMO_IN_PRODUCTION'
  | 'CONFIG_NO_PUBLIC_URL'
  | 'CONFIG_NO_PROXY'
  | 'CONFIG_NETWORK_TOO_WIDE'
  | 'CONFIG_REAL_SYSTEM_IN_DEMO'
  | 'CONFIG_KOHA_HALF'
  | 'CONFIG_SECRET_UNCHANGED'
  | 'CONFIG_OIDC_INCOMPLETE'
  | 'CONFIG_OIDC_NOT_SECURE'
  | 'CONFIG_OIDC_CLAIM'
  | 'CONFIG_NO_APP_ID'
  | 'CONFIG_NO_APP_PASSWORD'
  | 'CONFIG_MESSENGER_INCOMPLETE'
  | 'CONFIG_MESSENGER_TOKEN'
  | 'CONFIG_MESSENGER_GRAPH'
  | 'CONFIG_TWO_MESSENGERS'
  | 'CONFIG_DATABASE_URL'
  | 'CONFIG_NO_SECRET';

/** The configuration is wrong or unsafe. The program ends with exit code 78 (`EX_CONFIG`). */
export class ConfigError extends Error {
  readonly code: ConfigErrorCode;

  constructor(code: ConfigErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ConfigError';
    this.code = code;
  }
}
