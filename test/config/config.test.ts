import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config/index.ts';

const folders = { root: '/srv/legimi' };
const read = (variables: Record<string, string>) => readConfig(variables, folders);

const random = '0123456789abcdef0123456789abcdef';
const otherRandom = 'fedcba9876543210fedcba9876543210';
const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://czat.example.org',
  TRUSTED_PROXIES: '127.0.0.1',
};

const openId = {
  OIDC_ISSUER: 'https://konto.example.org/realms/readers',
  OIDC_CLIENT_ID: 'chat',
  OIDC_CLIENT_SECRET: random,
  OIDC_CARD_CLAIM: 'library_card',
};

function codeOf(variables: Record<string, string>): string {
  try {
    read(variables);
  } catch (error) {
    if (error instanceof ConfigError) return error.code;
    throw error;
  }
  return 'started';
}

const messenger = {
  FACEBOOK_PAGE_ID: '100200300400500',
  FACEBOOK_APP_SECRET: random,
  FACEBOOK_PAGE_TOKEN: 'EAAPageTokenOfTheTests',
  FACEBOOK_VERIFY_TOKEN: 'chosen-by-the-operator',
};

test('a demo takes a secret too, as its folder needs one after it was moved out of a database', () => {
  expect(read({ SERVER_SECRET: random }).serverSecret).toEqual({ current: random, previous: null });
  expect(read({}).serverSecret).toBeNull();
});

describe('configuration', () => {
  test('an empty environment is the demo on this machine', () => {
    expect(read({})).toMatchObject({
      kind: 'demo',
      host: '127.0.0.1',
      port: 3978,
      publicUrl: 'http://127.0.0.1:3978',
      dataFolder: '/srv/legimi/data',
      demoNow: null,
      demoLibrary: 'direct',
      azure: null,
    });
  });

  test('machines that watch have a port only where one is named, on loopback unless told', () => {
    expect(read({}).metrics).toBeNull();
    expect(read({ METRICS_PORT: '9464' }).metrics).toEqual({ host: '127.0.0.1', port: 9464 });
    expect(read({ ...production, METRICS_PORT: '9464', METRICS_HOST: '10.0.0.5' })).toMatchObject({
      metrics: { host: '10.0.0.5', port: 9464 },
    });
  });

  test('a variable set to nothing counts as not set', () => {
    expect(read({ PORT: '', DEMO_NOW: '', DATABASE_URL: '' })).toEqual(read({}));
  });

  test('the demo clock is read in the library’s time zone', () => {
    expect(read({ DEMO_NOW: '2026-12-10T09:00' })).toMatchObject({
      demoNow: new Date('2026-12-10T08:00:00Z'),
    });
    expect(read({ DEMO_NOW: '2027-07-10T09:00' })).toMatchObject({
      demoNow: new Date('2027-07-10T07:00:00Z'),
    });
  });

  test('a real library lists its proxies and networks', () => {
    const config = read({
      ...production,
      HOST: '0.0.0.0',
      TRUSTED_PROXIES: '10.0.0.1, 10.0.0.2',
      LIBRARY_NETWORKS: '192.0.2.0/24',
    });
    expect(config).toMatchObject({
      kind: 'library',
      trustedProxies: ['10.0.0.1', '10.0.0.2'],
      libraryNetworks: ['192.0.2.0/24'],
    });
  });

  test.each([
    ['the demo on all addresses', { HOST: '0.0.0.0' }, 'CONFIG_DEMO_EXPOSED'],
    ['the demo on another address', { HOST: '192.0.2.7' }, 'CONFIG_DEMO_EXPOSED'],
    [
      'the demo under a public address',
      { PUBLIC_URL: 'https://czat.example.org' },
      'CONFIG_DEMO_EXPOSED',
    ],
    ['the demo behind a proxy', { TRUSTED_PROXIES: '127.0.0.1' }, 'CONFIG_DEMO_EXPOSED'],
    ['the demo on every loopback name', { HOST: 'localhost' }, 'started'],
    ['the demo on IPv6 loopback', { HOST: '::1' }, 'started'],
    [
      'a Koha with half of its access',
      { ...production, KOHA_CLIENT_ID: 'bot' },
      'CONFIG_KOHA_HALF',
    ],
    ['a Koha without a client id', { KOHA_CLIENT_SECRET: 'x'.repeat(20) }, 'CONFIG_KOHA_HALF'],
    ['OIDC in production', { ...production, ...openId }, 'started'],
    [
      'OIDC without a secret',
      { ...production, ...openId, OIDC_CLIENT_SECRET: '' },
      'CONFIG_OIDC_INCOMPLETE',
    ],
    [
      'OIDC without a client id',
      { ...production, ...openId, OIDC_CLIENT_ID: '' },
      'CONFIG_OIDC_INCOMPLETE',
    ],
    [
      'OIDC without an issuer',
      { ...production, ...openId, OIDC_ISSUER: '' },
      'CONFIG_OIDC_INCOMPLETE',
    ],
    [
      'OIDC without the claim of the card',
      { ...production, ...openId, OIDC_CARD_CLAIM: '' },
      'CONFIG_OIDC_INCOMPLETE',
    ],
    ['OIDC with a short secret', { ...openId, OIDC_CLIENT_SECRET: 'secret' }, 'CONFIG_INVALID'],
    ['OIDC without its own scope', { ...openId, OIDC_SCOPE: 'profile' }, 'CONFIG_INVALID'],
    [
      'an OIDC issuer with a query',
      { ...openId, OIDC_ISSUER: 'https://konto.example.org/?realm=1' },
      'CONFIG_INVALID',
    ],
    [
      'an OIDC issuer over http in production',
      { ...production, ...openId, OIDC_ISSUER: 'http://konto.example.org' },
      'CONFIG_OIDC_NOT_SECURE',
    ],
    [
      'an OIDC issuer over http on the machine of a library',
      { ...production, ...openId, OIDC_ISSUER: 'http://127.0.0.1:9000' },
      'CONFIG_OIDC_NOT_SECURE',
    ],
    [
      'an OIDC issuer over http elsewhere for the demo',
      { ...openId, OIDC_ISSUER: 'http://192.0.2.7' },
      'CONFIG_OIDC_NOT_SECURE',
    ],
    [
      'an OIDC issuer over http on this machine for the demo',
      { ...openId, OIDC_ISSUER: 'http://127.0.0.1:9000' },
      'started',
    ],
    [
      'an e-mail address as the card',
      { ...production, ...openId, OIDC_CARD_CLAIM: 'email' },
      'CONFIG_OIDC_CLAIM',
    ],
    ['a library without its address', { NODE_ENV: 'production' }, 'CONFIG_NO_PUBLIC_URL'],
    [
      'a library over plain http',
      { ...production, PUBLIC_URL: 'http://czat.example.org' },
      'CONFIG_NO_PUBLIC_URL',
    ],
    [
      'a library with a rehearsal clock',
      { ...production, DEMO_NOW: '2026-12-10T09:00' },
      'CONFIG_DEMO_CLOCK',
    ],
    [
      'a demo of SIP2 beside real readers',
      { ...production, DEMO_LIBRARY: 'sip2' },
      'CONFIG_DEMO_LIBRARY',
    ],
    [
      'an app id without a password',
      { ...production, MICROSOFT_APP_ID: 'x' },
      'CONFIG_NO_APP_PASSWORD',
    ],
    [
      'a password without an app id',
      { ...production, MICROSOFT_APP_PASSWORD: 'x' },
      'CONFIG_NO_APP_ID',
    ],
    [
      'a tenant without an app id',
      { ...production, MICROSOFT_APP_TENANT_ID: 'x' },
      'CONFIG_NO_APP_ID',
    ],
    ['a library without a proxy', { ...production, TRUSTED_PROXIES: '' }, 'CONFIG_NO_PROXY'],
    ['a proxy that is no address', { ...production, TRUSTED_PROXIES: 'proxy' }, 'CONFIG_INVALID'],
    [
      'everybody as a proxy',
      { ...production, TRUSTED_PROXIES: '0.0.0.0/0' },
      'CONFIG_NETWORK_TOO_WIDE',
    ],
    ['every IPv6 proxy', { ...production, TRUSTED_PROXIES: '::/0' }, 'CONFIG_NETWORK_TOO_WIDE'],
    [
      'everybody in the library',
      { ...production, LIBRARY_NETWORKS: '128.0.0.0/1' },
      'CONFIG_NETWORK_TOO_WIDE',
    ],
    ['a private network of proxies', { ...production, TRUSTED_PROXIES: '10.0.0.0/8' }, 'started'],
    [
      'an address with a path',
      { ...production, PUBLIC_URL: 'https://czat.example.org/x' },
      'CONFIG_INVALID',
    ],
    [
      'an address with a password',
      { ...production, PUBLIC_URL: 'https://u:p@czat.example.org' },
      'CONFIG_INVALID',
    ],
    [
      'a secret that nobody drew',
      { ...production, SERVER_SECRET: 'a'.repeat(64) },
      'CONFIG_INVALID',
    ],
    [
      'an old secret beside no new one',
      { ...production, SERVER_SECRET_PREVIOUS: random },
      'CONFIG_SECRET_UNCHANGED',
    ],
    [
      'an old secret that is the new one',
      { ...production, SERVER_SECRET: random, SERVER_SECRET_PREVIOUS: random },
      'CONFIG_SECRET_UNCHANGED',
    ],
    [
      'an old secret beside a new one',
      { ...production, SERVER_SECRET: random, SERVER_SECRET_PREVIOUS: otherRandom },
      'started',
    ],
    ['a short secret', { ...production, SERVER_SECRET: 'short' }, 'CONFIG_INVALID'],
    ['a database', { DATABASE_URL: 'postgres://localhost/legimi' }, 'started'],
    ['a database that is none', { DATABASE_URL: 'mysql://localhost/x' }, 'CONFIG_DATABASE_URL'],
    ['a database in words', { DATABASE_URL: 'postgres' }, 'CONFIG_DATABASE_URL'],
    [
      'a database whose certificate nobody checks',
      { DATABASE_URL: 'postgres://db.example/x?sslmode=prefer' },
      'CONFIG_DATABASE_URL',
    ],
    [
      'a database without a secret that instances share',
      { ...production, DATABASE_URL: 'postgres://db.example/x' },
      'CONFIG_NO_SECRET',
    ],
    [
      'a database with it',
      { ...production, DATABASE_URL: 'postgres://db.example/x', SERVER_SECRET: random },
      'started',
    ],
    ['a port that is none', { PORT: '70000' }, 'CONFIG_INVALID'],
    ['a port in words', { PORT: 'http' }, 'CONFIG_INVALID'],
    ['a day that is none', { DEMO_NOW: '2026-02-30T09:00' }, 'CONFIG_INVALID'],
    ['a moment without a time', { DEMO_NOW: '2026-12-10' }, 'CONFIG_INVALID'],
    ['an unknown environment', { NODE_ENV: 'staging' }, 'CONFIG_INVALID'],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, 'CONFIG_INVALID'],
  ])('%s: %j ends with %s', (_case, variables, code) => {
    expect(codeOf(variables as Record<string, string>)).toBe(code);
  });

  test.each([
    ['postgres://u:p@db.example/x', 'verify-full'],
    ['postgres://u:p@127.0.0.1:5433/x', 'disable'],
    ['postgres://localhost/x', 'disable'],
    ['postgres://localhost/x?host=/run/postgresql', 'disable'],
    ['postgres://db.example/x?sslmode=disable', 'disable'],
    ['postgres://db.example/x?sslmode=verify-full&sslrootcert=/ca.pem', 'verify-full'],
  ])('the database %s is spoken with in sslmode %s', (address, mode) => {
    const url = new URL(read({ DATABASE_URL: address }).databaseUrl ?? '');
    expect(url.searchParams.get('sslmode')).toBe(mode);
  });

  test('a refused database address tells nobody its password', () => {
    const attempt = () => read({ DATABASE_URL: 'postgres://u:pa55word@db/x?sslmode=allow' });
    expect(attempt).toThrow(/^DATABASE_URL: /);
    expect(attempt).not.toThrow(/pa55word/);
  });

  test('a refusal names the variable and what to do', () => {
    expect(() => read({ HOST: '0.0.0.0' })).toThrow(/^HOST: .*NODE_ENV=production\.$/);
    expect(() => read({ PORT: '0' })).toThrow(/^PORT: .*start again\.$/);
  });
});

describe('Messenger', () => {
  test('has a Page only where all four variables are set', () => {
    expect(read({}).messenger).toBeNull();
    expect(read({ ...production, ...messenger }).messenger).toEqual({
      pageId: '100200300400500',
      appSecret: random,
      pageToken: 'EAAPageTokenOfTheTests',
      verifyToken: 'chosen-by-the-operator',
      graphUrl: null,
    });
    for (const name of Object.keys(messenger)) {
      expect(codeOf({ ...production, ...messenger, [name]: '' })).toBe(
        'CONFIG_MESSENGER_INCOMPLETE',
      );
    }
    expect(codeOf({ FACEBOOK_GRAPH_URL: 'http://127.0.0.1:9' })).toBe(
      'CONFIG_MESSENGER_INCOMPLETE',
    );
  });

  test.each<[string, string, Record<string, string>]>([
    ['CONFIG_INVALID', 'a name for the Page', { FACEBOOK_PAGE_ID: 'biblioteka' }],
    ['CONFIG_INVALID', 'half an app secret', { FACEBOOK_APP_SECRET: 'abc' }],
    ['CONFIG_INVALID', 'a token with a space', { FACEBOOK_PAGE_TOKEN: 'EAA with a space in it' }],
    ['CONFIG_INVALID', 'a verify token to guess', { FACEBOOK_VERIFY_TOKEN: 'token' }],
    ['CONFIG_MESSENGER_TOKEN', 'one secret for two', { FACEBOOK_VERIFY_TOKEN: random }],
    [
      'CONFIG_TWO_MESSENGERS',
      'Azure as well',
      { MICROSOFT_APP_ID: 'x', MICROSOFT_APP_PASSWORD: 'y' },
    ],
    ['CONFIG_MESSENGER_GRAPH', 'another Graph API', { FACEBOOK_GRAPH_URL: 'http://127.0.0.1:9' }],
  ])('is refused with %s for %s', (code, _what, variables) => {
    expect(codeOf({ ...production, ...messenger, ...variables })).toBe(code);
  });

  test('sends to a Graph API of this machine in a rehearsal, and to no other', () => {
    const graph = { FACEBOOK_GRAPH_URL: 'http://127.0.0.1:9' };
    expect(read({ ...messenger, ...graph }).messenger?.graphUrl).toBe('http://127.0.0.1:9');
    const foreign = { FACEBOOK_GRAPH_URL: 'http://graph.example' };
    expect(codeOf({ ...messenger, ...foreign })).toBe('CONFIG_MESSENGER_GRAPH');
  });
});
