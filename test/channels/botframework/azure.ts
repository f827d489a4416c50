import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import type { BotFrameworkMode } from '../../../src/channels/botframework/index.ts';

export const APP_ID = '11111111-2222-3333-4444-555555555555';
export const ISSUER = 'https://api.botframework.com';

/** The public face of the Bot Framework: its keys on a loopback server, and tokens signed by them. */
export type Azure = {
  readonly mode: BotFrameworkMode;
  /** Addresses that were asked for. */
  readonly requests: readonly string[];
  token(claims?: JWTPayload, options?: TokenOptions): Promise<string>;
  /** From now on, or no longer, the keys cannot be fetched. */
  breakDown(isDown: boolean): void;
  close(): Promise<void>;
};

export type TokenOptions = {
  readonly kid?: 'all' | 'facebookOnly' | 'unknown';
  readonly expiresIn?: string;
  /** Signs with a key that was never published, under the name of one that was. */
  readonly forged?: boolean;
  readonly algorithm?: 'RS256' | 'RS512' | 'PS256';
};

/** Signs requests to the connector without asking login.microsoftonline.com for a token. */
class OfflineCredentials extends ConfigurationServiceClientCredentialFactory {
  override createCredentials(): ReturnType<
    ConfigurationServiceClientCredentialFactory['createCredentials']
  > {
    const credentials = {
      signRequest: async (request: { headers: { set(name: string, value: string): void } }) => {
        request.headers.set('authorization', 'Bearer bot-token');
        return request;
      },
    };
    return Promise.resolve(credentials as never);
  }
}

/** Made once, because it takes long. */
let keyPairs: ReturnType<typeof createKeyPairs> | undefined;

async function createKeyPairs() {
  const create = () => generateKeyPair('RS256', { extractable: true });
  return { all: await create(), facebookOnly: await create(), unknown: await create() };
}

export async function startAzure(): Promise<Azure> {
  const pairs = await (keyPairs ??= createKeyPairs());
  const jwk = async (kid: 'all' | 'facebookOnly', endorsements: string[]) => ({
    ...(await exportJWK(pairs[kid].publicKey)),
    kid,
    use: 'sig',
    endorsements,
  });
  const keys = [
    await jwk('all', ['msteams', 'webchat', 'directline', 'facebook']),
    await jwk('facebookOnly', ['facebook']),
    { kty: 'EC', kid: 'curve' },
  ];

  const requests: string[] = [];
  let isDown = false;
  const server = createServer((req, res) => {
    requests.push(req.url ?? '');
    if (isDown) {
      res.statusCode = 503;
      res.end();
      return;
    }
    const body = req.url === '/keys' ? { keys } : { jwks_uri: `${base}/keys` };
    res.setHeader('Content-Type', 'application/json');
    res.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    requests,
    mode: {
      kind: 'azure',
      appId: APP_ID,
      appPassword: 'secret',
      cloud: {
        openIdMetadataUrl: `${base}/openidconfiguration`,
        credentials: new OfflineCredentials({ MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'x' }),
      },
    },
    async token(claims = {}, { kid = 'all', expiresIn = '1h', forged, algorithm = 'RS256' } = {}) {
      const { privateKey } = forged ? pairs.unknown : pairs[kid];
      const key = algorithm === 'RS256' ? privateKey : await rehash(privateKey, algorithm);
      return new SignJWT({ iss: ISSUER, aud: APP_ID, ...claims })
        .setProtectedHeader({ alg: algorithm, kid })
        .setIssuedAt()
        .setExpirationTime(expiresIn)
        .sign(key);
    },
    breakDown(down) {
      isDown = down;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The same private key, prepared for another hash or padding. */
async function rehash(key: CryptoKey, algorithm: 'RS512' | 'PS256') {
  const jwk = await crypto.subtle.exportKey('jwk', key);
  delete jwk.alg;
  const name = algorithm === 'PS256' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5';
  const hash = algorithm === 'PS256' ? 'SHA-256' : 'SHA-512';
  return crypto.subtle.importKey('jwk', jwk, { name, hash }, true, ['sign']);
}
