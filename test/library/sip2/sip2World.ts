import { afterEach } from 'vitest';
import {
  createSip2Client,
  type Sip2Client,
  type Sip2ClientOptions,
} from '../../../src/library/sip2/client/sip2Client.ts';
import { clientOptions } from '../../../src/library/sip2/index.ts';
import {
  openSip2,
  servedPatron,
  sip2Settings,
  startSip2Server,
  type ReaderAccounts,
  type Sip2Options,
  type Sip2Server,
  type Sip2ServerOptions,
  type Sip2SettingsInput,
} from '../../../src/library/index.ts';

/** Noon in the library, on the day of the golden frames. */
export const noon = new Date('2026-11-22T11:00:00Z');

export const reader = servedPatron({
  card: '200100002',
  password: 'haslo2',
  name: 'Ge\u0328s\u0301la Jaz\u0301n\u0301',
  balance: '12.50',
  fines: 1,
  address: 'ul. D\u0142uga 1, Gdan\u0301sk',
  expires: '20271231',
  more: 'PB19800101|PCA|PIY|',
});

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** A SIP2 server that ends with the test. */
export async function sip2Server(options: Partial<Sip2ServerOptions> = {}): Promise<Sip2Server> {
  const server = await startSip2Server({ patrons: [reader], ...options });
  endings.push(() => server.close());
  return server;
}

/** A client of the server that ends with the test. */
export function sip2Client(
  { port }: Pick<Sip2Server, 'port'>,
  differences: Partial<Sip2ClientOptions> = {},
): Sip2Client {
  const settings = sip2Settings.parse({ host: '127.0.0.1', port, institution: 'LPL' });
  const client = createSip2Client({
    ...clientOptions(settings, { clock: () => noon }),
    ...differences,
  });
  endings.push(() => client.close());
  return client;
}

/** The library's accounts behind the server; they end with the test. */
export function sip2Accounts(
  { port }: Pick<Sip2Server, 'port'>,
  settings: Partial<Sip2SettingsInput> = {},
  options: Partial<Sip2Options> = {},
): ReaderAccounts {
  const accounts = openSip2({
    settings: { host: '127.0.0.1', port, institution: 'LPL', ...settings },
    clock: () => noon,
    ...options,
  });
  endings.push(() => accounts.close());
  return accounts;
}
