import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IdentityProvider, ProviderVisit } from '../../../src/signin/oidc/identityProvider.ts';
import { openIdProvider } from '../../../src/signin/oidc/openIdProvider.ts';
import { startLyingProvider, type Lie, type LyingProvider } from '../support/lyingProvider.ts';

const publicUrl = 'https://czat.example.org';
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

let server: LyingProvider;
let provider: IdentityProvider;
let visit: ProviderVisit;

beforeAll(async () => {
  server = await startLyingProvider();
  provider = open(server.issuer);
  visit = provider.newVisit();
});
afterAll(() => server.stop());

function open(issuer: string): IdentityProvider {
  const { clientId, clientSecret } = server;
  const settings = { issuer, clientId, clientSecret, cardClaim: 'library_card', scope: 'openid' };
  return openIdProvider(settings, { publicUrl, clock: () => new Date(), log });
}

/** What the provider's answer amounts to when it lies like that. */
function told(lie: Lie = {}, since: Date | null = null, changes: Record<string, string> = {}) {
  server.prepare(visit.nonce, lie);
  const answer = new URLSearchParams({ code: 'code', state: visit.state, ...changes });
  return provider.identify(answer, visit, since);
}

const hourAgo = () => Math.floor(Date.now() / 1000) - 3600;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

describe('a reader at the provider', () => {
  test('is sent there with everything that ties the answer to this visit', async () => {
    const address = new URL((await provider.signInAddress(visit, false)) ?? '');
    expect(address.origin + address.pathname).toBe(`${server.issuer}/authorize`);
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: 'chat',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${publicUrl}/login/callback`,
      state: visit.state,
      nonce: visit.nonce,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      code_challenge_method: 'S256',
    });
    expect(address.href).not.toContain(visit.verifier);
  });

  test('is asked again on a shared computer, whoever was there before', async () => {
    const address = new URL((await provider.signInAddress(visit, true)) ?? '');
    expect(address.searchParams.get('prompt')).toBe('login');
    expect(address.searchParams.get('max_age')).toBe('0');
  });

  test('gets another state, nonce and verifier at every visit', () => {
    const values = Array.from({ length: 50 }, () => Object.values(provider.newVisit())).flat();
    expect(new Set(values).size).toBe(150);
    for (const value of values) expect(value.length).toBeGreaterThanOrEqual(43);
  });

  test('is known by the card in the token, and the code is handed in with the verifier', async () => {
    expect(await told()).toEqual({ outcome: 'right', card: '100200' });
    const [body] = server.asked.slice(-1);
    expect(body?.get('code_verifier')).toBe(visit.verifier);
    expect(body?.get('redirect_uri')).toBe(`${publicUrl}/login/callback`);
  });

  test('is known by the card at the user endpoint when the token has none', async () => {
    const user = { sub: 'reader-7', library_card: '100 300' };
    expect(await told({ claims: { library_card: undefined }, user })).toEqual({
      outcome: 'right',
      card: '100300',
    });
  });

  test('may have proved who they are after the link was made, on a shared computer', async () => {
    expect(await told({}, minutesAgo(1))).toEqual({ outcome: 'right', card: '100200' });
  });
});

describe('nobody is let in by', () => {
  const lies: readonly (readonly [string, Lie])[] = [
    ['a token of another issuer', { claims: { iss: 'https://evil.example' } }],
    ['a token for another client', { claims: { aud: 'shop' } }],
    ['a token for several clients', { claims: { aud: ['chat', 'shop'], azp: 'shop' } }],
    ['a token with the nonce of another visit', { claims: { nonce: 'x' } }],
    ['a token without a nonce', { claims: { nonce: undefined } }],
    ['a token that has expired', { claims: { exp: hourAgo() } }],
    ['a token without a subject', { claims: { sub: undefined } }],
    ['a token that a stranger signed', { signedBy: 'stranger' }],
    ['a token that nobody signed', { signedBy: 'nobody' }],
    ['a token signed with what the client knows', { signedBy: 'client secret' }],
    [
      'the user endpoint speaking of somebody else',
      {
        claims: { library_card: undefined },
        user: { sub: 'reader-8', library_card: '1' },
      },
    ],
    ['a code that was used', { instead: { status: 400, body: '{"error":"invalid_grant"}' } }],
    [
      'an answer without a token',
      { instead: { status: 200, body: '{"access_token":"a","token_type":"bearer"}' } },
    ],
  ];

  test.each(lies)('%s', async (_name, lie) => {
    expect(await told(lie)).toEqual({ outcome: 'refused' });
  });

  test.each([
    ['another state', { state: 'x' }],
    ['an error that is none of the reader’s', { error: 'login_required' }],
  ])('an answer with %s', async (_name, changes) => {
    const before = server.asked.length;
    expect(await told({}, null, changes)).toEqual({ outcome: 'refused' });
    expect(server.asked).toHaveLength(before);
  });

  test('an answer with two codes', async () => {
    const answer = new URLSearchParams([
      ['code', 'one'],
      ['code', 'two'],
      ['state', visit.state],
    ]);
    expect(await provider.identify(answer, visit, null)).toEqual({ outcome: 'refused' });
  });

  test('a proof of an earlier reader of the same computer', async () => {
    const old = { claims: { auth_time: hourAgo() } };
    expect(await told(old, minutesAgo(2))).toEqual({ outcome: 'refused' });
    expect(await told({ claims: { auth_time: undefined } }, minutesAgo(2))).toEqual({
      outcome: 'refused',
    });
    expect(await told(old)).toEqual({ outcome: 'right', card: '100200' });
  });

  test.each([undefined, null, '', '  ', 7, ['1'], { a: 1 }, '1\r\n2', 'x'.repeat(65)])(
    'a card that is no card: %j',
    async (library_card) => {
      const user = { sub: 'reader-7', library_card };
      expect(await told({ claims: { library_card }, user })).toEqual({ outcome: 'noCard' });
    },
  );
});

describe('a provider in trouble', () => {
  test('that the reader declined is no trouble', async () => {
    expect(await told({}, null, { error: 'access_denied' })).toEqual({ outcome: 'declined' });
  });

  test.each([
    ['an inner error', { status: 500, body: '{"error":"server_error"}' }],
    ['a page of a proxy', { status: 502, body: '<h1>Bad gateway</h1>', type: 'text/html' }],
    ['a client that it does not know', { status: 401, body: '{"error":"invalid_client"}' }],
    ['nonsense', { status: 200, body: '{', type: 'application/json' }],
  ])('is said to be unavailable: %s', async (_name, instead) => {
    expect(await told({ instead })).toEqual({ outcome: 'unavailable' });
  });

  test('is said to be unavailable: a user endpoint that takes no token', async () => {
    const lie = { claims: { library_card: undefined }, user: null };
    expect(await told(lie)).toEqual({ outcome: 'unavailable' });
  });

  test('that answers nothing is unavailable, for coming and going', async () => {
    const nowhere = open('http://127.0.0.1:1');
    expect(await nowhere.signInAddress(visit, false)).toBeNull();
    expect(await nowhere.signOutAddress()).toBeNull();
    const answer = new URLSearchParams({ code: 'code', state: visit.state });
    expect(await nowhere.identify(answer, visit, null)).toEqual({ outcome: 'unavailable' });
  });

  test('that calls itself by another name is not used', async () => {
    const other = open(server.issuer.replace('127.0.0.1', 'localhost'));
    expect(await other.signInAddress(visit, false)).toBeNull();
  });

  test('that has no page for signing out has no address for it', async () => {
    expect(await provider.signOutAddress()).toBeNull();
  });
});
