import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';

/** How one answer differs from an honest one. */
export type Lie = {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly signedBy?: 'stranger' | 'nobody' | 'client secret';
  /** What the user endpoint tells beside; `null`: the token has no access to it. */
  readonly user?: Readonly<Record<string, unknown>> | null;
  /** Replaces the whole answer of the token endpoint. */
  readonly instead?: { readonly status: number; readonly body: string; readonly type?: string };
};

export type LyingProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Bodies that the token endpoint got. */
  readonly asked: readonly URLSearchParams[];
  /** Tells the lie in the answer to the next code; `nonce` is that of the visit. */
  prepare(nonce: string, lie?: Lie): void;
  stop(): Promise<void>;
};

const clientSecret = 'secret-of-the-chat-0123456789';

/** An OpenID provider that a test tells what to answer, on this machine. */
export async function startLyingProvider(): Promise<LyingProvider> {
  const honest = await generateKeyPair('RS256');
  const stranger = await generateKeyPair('RS256');
  const asked: URLSearchParams[] = [];
  let nonce = '';
  let lie: Lie = {};

  async function idToken(): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const payload: JWTPayload = {
      iss: issuer,
      aud: 'chat',
      sub: 'reader-7',
      nonce,
      iat: now,
      exp: now + 60,
      auth_time: now,
      library_card: '100200',
      ...lie.claims,
    };
    if (lie.signedBy === 'nobody') return new UnsecuredJWT(payload).encode();
    if (lie.signedBy === 'client secret') {
      const key = new TextEncoder().encode(clientSecret);
      return new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).sign(key);
    }
    const { privateKey } = lie.signedBy === 'stranger' ? stranger : honest;
    return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'key' }).sign(privateKey);
  }

  async function answer(path: string, body: string): Promise<NonNullable<Lie['instead']>> {
    const json = (value: unknown, status = 200) => ({ status, body: JSON.stringify(value) });
    switch (path) {
      case '/.well-known/openid-configuration':
        return json({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/user`,
          jwks_uri: `${issuer}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        });
      case '/keys':
        return json({
          keys: [{ ...(await exportJWK(honest.publicKey)), kid: 'key', alg: 'RS256', use: 'sig' }],
        });
      case '/token':
        asked.push(new URLSearchParams(body));
        return (
          lie.instead ??
          json({ access_token: 'access', token_type: 'Bearer', id_token: await idToken() })
        );
      case '/user':
        return lie.user ? json(lie.user) : json({ error: 'invalid_token' }, 401);
      default:
        return json({}, 404);
    }
  }

  const server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
      const { status, body: text, type } = await answer(request.url ?? '', body);
      // Not chained: restify replaces `writeHead` for the whole process by one that returns nothing.
      response.writeHead(status, { 'content-type': type ?? 'application/json' });
      response.end(text);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP

  return {
    issuer,
    clientId: 'chat',
    clientSecret,
    asked,
    prepare(value, next = {}) {
      nonce = value;
      lie = next;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
