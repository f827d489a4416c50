export { openKoha, type Koha } from './openKoha.ts';
export type {
  KohaConfirmation,
  KohaCredentials,
  KohaOptions,
  KohaSettings,
} from './kohaOptions.ts';
