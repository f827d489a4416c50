import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Request, Response, Server } from 'restify';
import { HttpError, readBody } from '../http/index.ts';
import type { Log } from '../log.ts';
import { isDatabaseAway, tryAgainAfter } from '../storage/index.ts';
import type { LoginPages } from './loginPages.ts';
import type { LoginRequest, LoginResponse } from './loginResponse.ts';
import type { LoginView } from './loginView.ts';
import { loginStyle } from './pages/loginStyle.ts';

/** A long password, a card number and our token, percent-encoded, fit in well. */
const longestForm = 4096;

const styleVersion = (): string =>
  createHash('sha256').update(loginStyle).digest('base64url').slice(0, 10);

/** Where the style is served. Another style has another address, so browsers may keep it. */
export const loginStyleAddress = (): string => `/login.css?v=${styleVersion()}`;

export type LoginRoutesParts = {
  readonly pages: LoginPages;
  readonly view: LoginView;
  readonly addressOf: (request: IncomingMessage) => string;
  readonly log: Log;
};

/** Puts the sign-in page on the server. */
export function mountLoginRoutes(server: Server, parts: LoginRoutesParts): void {
  const { pages, view, addressOf, log } = parts;
  const known = (req: Request): LoginRequest => ({ headers: req.headers, address: addressOf(req) });

  function route(answer: (req: Request) => Promise<LoginResponse>) {
    return async (req: Request, res: Response): Promise<void> => {
      try {
        send(res, await answer(req));
      } catch (error) {
        if (error instanceof HttpError) {
          send(res, view.notice('foreign', error.statusCode));
          return;
        }
        log.error('signin.failed', { error });
        const isAway = isDatabaseAway(error);
        if (isAway) res.setHeader('Retry-After', String(tryAgainAfter));
        send(res, view.notice(isAway ? 'storeAway' : 'failed'));
      }
    };
  }

  server.get(
    '/login/:ticket',
    route((req) => pages.open(known(req), String(req.params.ticket))),
  );
  server.get(
    '/login',
    route((req) => pages.show(known(req))),
  );
  server.post(
    '/login',
    route(async (req) => pages.submit(known(req), await readForm(req))),
  );
  server.post(
    '/login/cancel',
    route(async (req) => pages.cancel(known(req), await readForm(req))),
  );
  const { provider } = pages;
  if (provider) {
    server.get(
      '/login/provider',
      route((req) => provider.leave(known(req))),
    );
    server.get(
      '/login/callback',
      route((req) => provider.comeBack(known(req), new URLSearchParams(req.getQuery()))),
    );
    server.get(
      '/login/sign-out',
      route(() => provider.signOut()),
    );
    server.get(
      '/login/signed-out',
      route(() => Promise.resolve(provider.signedOut())),
    );
  }
  server.get('/login.css', async (_req: Request, res: Response) => {
    send(res, {
      status: 200,
      headers: {
        'Content-Type': 'text/css; charset=utf-8',
        'Cache-Control': 'public, max-age=31536000, immutable',
        'X-Content-Type-Options': 'nosniff',
      },
      body: loginStyle,
    });
  });
}

/** The fields of a form, each of them once. Throws an `HttpError` for anything else. */
async function readForm(req: Request): Promise<URLSearchParams> {
  const [type = ''] = (req.headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/x-www-form-urlencoded') {
    throw new HttpError(415, 'NotSupported', 'The sign-in page takes forms only');
  }
  const form = new URLSearchParams((await readBody(req, longestForm)).toString('utf8'));
  const names = [...form.keys()];
  if (new Set(names).size !== names.length) {
    throw new HttpError(400, 'BadArgument', 'A field of the form was sent twice');
  }
  return form;
}

function send(res: Response, { status, headers, body }: LoginResponse): void {
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.writeHead(status);
  res.end(body);
}
