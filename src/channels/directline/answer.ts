import type { Request, RequestHandler, Response } from 'restify';
import { errorBody, HttpError } from '../../http/index.ts';
import type { Log } from '../../log.ts';
import { isDatabaseAway, tryAgainAfter } from '../../storage/index.ts';
import { DirectLineError } from './directLineError.ts';

export type Answer = {
  readonly status: number;
  /** An object, or JSON that is text already. */
  readonly body: object | string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Handle = (request: Request, response: Response) => Promise<Answer>;

/**
 * Makes a restify handler of a route: every answer is JSON that nobody stores, every refusal has the
 * body of Direct Line, and nothing of an unexpected error leaves the server.
 */
export function answering(handle: Handle, log: Log): RequestHandler {
  return async (request, response) => {
    const { status, body, headers } = await handle(request, response).catch((error: unknown) =>
      refusal(error, log),
    );
    response.sendRaw(status, typeof body === 'string' ? body : JSON.stringify(body), {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    });
  };
}

function refusal(error: unknown, log: Log): Answer {
  if (error instanceof HttpError) {
    return { status: error.statusCode, body: errorBody(error.statusCode, error.code) };
  }
  const refused = isDatabaseAway(error)
    ? new DirectLineError('storeAway', tryAgainAfter)
    : error instanceof DirectLineError
      ? error
      : new DirectLineError('unexpected');
  if (refused !== error) log.error('directline.requestFailed', { error });
  return {
    status: refused.status,
    body: refused.body,
    ...(refused.retryAfter === null
      ? {}
      : { headers: { 'Retry-After': String(refused.retryAfter) } }),
  };
}
