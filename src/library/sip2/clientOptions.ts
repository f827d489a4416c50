import { libraryTimeZone } from '../../rules/index.ts';
import type { Doubt } from './client/connectionOptions.ts';
import type { Sip2ClientOptions } from './client/sip2Client.ts';
import type { Sip2Options } from './sip2Options.ts';
import type { Sip2Settings } from './sip2Settings.ts';

/** What the settings of a file mean for the client. Each kind of doubt is told once. */
export function clientOptions(
  settings: Sip2Settings,
  { loginPassword = '', clock, onNotice = () => undefined }: Omit<Sip2Options, 'settings'>,
): Sip2ClientOptions {
  const { tls, login } = settings;
  const told = new Set<Doubt>();
  return {
    ...settings,
    tls: tls === false ? null : tls === true ? {} : withoutUndefined(tls),
    login: login ? { ...login, password: loginPassword } : null,
    timeZone: libraryTimeZone,
    clock,
    breaker: { failures: settings.restAfterFailures, restMs: settings.restMs },
    onDoubt(doubt) {
      if (told.has(doubt)) return;
      told.add(doubt);
      onNotice(doubt);
    },
  };
}

function withoutUndefined({ ca, servername }: Exclude<Sip2Settings['tls'], boolean>) {
  return {
    ...(ca === undefined ? {} : { ca }),
    ...(servername === undefined ? {} : { servername }),
  };
}
