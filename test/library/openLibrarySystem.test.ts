import { expect, test } from 'vitest';
import { openLibrarySystem, type LibrarySettings } from '../../src/library/index.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';

async function open(settings: LibrarySettings, hasKey = true) {
  const folder = await temporaryFolder();
  return openLibrarySystem({
    settings,
    credentials: { koha: hasKey ? { clientId: 'bot', clientSecret: 'secret' } : null },
    folder,
    clock: () => new Date('2026-11-24T10:00:00Z'),
    demo: { folder, pepper: new Uint8Array(32) },
  });
}

/** Nothing listens there. */
const koha = { address: 'http://127.0.0.1:1', keepsLoanHistory: false };

test.each<[string, LibrarySettings, boolean]>([
  ['LIBRARY_UNKNOWN_SYSTEM', { system: 'solaris' }, true],
  ['LIBRARY_UNKNOWN_SYSTEM', { system: 'demo', facts: { balance: ['solaris'] } }, true],
  ['LIBRARY_UNKNOWN_SOURCE', { system: 'demo', facts: { balance: ['snapshot'] } }, true],
  ['LIBRARY_NO_SETTINGS', { system: 'koha' }, true],
  ['LIBRARY_NO_CREDENTIALS', { system: 'koha', koha }, false],
  ['LIBRARY_NO_SETTINGS', { system: 'sip2' }, true],
  ['LIBRARY_SETTINGS_INVALID', { system: 'sip2', sip2: { host: 'h', charset: 'utf8' } }, true],
  ['LIBRARY_SETTINGS_INVALID', { system: 'sip2', sip2: { host: 'h', cardPattern: '[' } }, true],
  ['LIBRARY_NO_CREDENTIALS', { system: 'sip2', sip2: { host: 'h', login: { user: 'bot' } } }, true],
])('%s: the operator hears what the manifest lacks', async (code, settings, hasKey) => {
  await expect(open(settings, hasKey)).rejects.toMatchObject({ code });
});

test('the bot opens a library system that is down, and says what is wrong with it', async () => {
  const system = await open({ system: 'koha', koha });
  expect(await system.accounts.isAvailable()).toBe(false);
  expect(await system.inspect()).toMatchObject([
    { code: 'LIBRARY_FACT_UNTOLD' },
    { code: 'KOHA_UNREACHABLE' },
  ]);
  await system.accounts.close();
});

test('facts may come from another system than the one that checks passwords', async () => {
  const system = await open({ system: 'demo', facts: { balance: ['koha', 'demo'] }, koha });
  expect(system.order).toEqual({
    balance: ['koha', 'demo'],
    loansThisYear: ['demo'],
    dataConfirmedOn: ['demo'],
    overdueItems: ['demo'],
  });
  expect(system.accounts.system).toBe('demo');
  await system.accounts.close();
});

const sip2 = { host: 'h' };

test.each<[string, LibrarySettings, readonly string[]]>([
  ['SIP2 alone', { system: 'sip2', sip2 }, ['loansThisYear', 'dataConfirmedOn']],
  [
    'SIP2 that is asked by 23',
    { system: 'sip2', sip2: { ...sip2, message: 'patronStatus', monthsConfirmed: 12 } },
    ['loansThisYear', 'overdueItems'],
  ],
  ['SIP2 with a snapshot', { system: 'sip2', sip2, snapshot: { maximumAgeDays: 35 } }, []],
  ['Koha that keeps no confirmations', { system: 'koha', koha }, ['dataConfirmedOn']],
  ['Koha that keeps all', { system: 'koha', koha: { ...koha, dataConfirmed: 'renewalDate' } }, []],
  [
    'the wrong source of two',
    { system: 'koha', koha, sip2, facts: { loansThisYear: ['sip2'], dataConfirmedOn: ['sip2'] } },
    ['loansThisYear', 'dataConfirmedOn'],
  ],
])('the operator hears which facts %s can never tell', async (_what, settings, facts) => {
  const system = await open(settings);
  expect(system.untold).toEqual(facts);
  await system.accounts.close();
});
