import type { Clock } from '../../clock.ts';
import type { Doubt } from './client/connectionOptions.ts';
import type { Sip2Error } from './sip2Error.ts';
import type { Sip2SettingsInput } from './sip2Settings.ts';

export type Sip2Options = {
  readonly settings: Sip2SettingsInput;
  /** Of the account in `settings.login`. */
  readonly loginPassword?: string;
  readonly clock: Clock;
  /**
   * Told what an operator should know: every failure of the system while it is not resting, and each
   * kind of doubt once.
   */
  readonly onNotice?: (notice: Sip2Error | Doubt) => void;
};
