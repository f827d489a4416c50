import type { Formatters, Request, Response } from 'restify';
import { errorBody, HttpError } from './httpError.ts';

type Format = (body: unknown) => string | Buffer;

/**
 * Replacements for restify's formatters, one for each type it has. An `Error` becomes the generic
 * body whatever content type the handler had set: the stock ones print `err.message`. The stock
 * JSONP formatter, which runs a callback named in the address, is gone.
 */
export function createFormatters(): Formatters {
  const json = formatter((body) => JSON.stringify(body ?? null));
  const text = formatter((body) => (Buffer.isBuffer(body) ? body : String(body ?? '')));
  return {
    'application/json; q=0.9': json,
    'text/plain; q=0.3': text,
    'application/octet-stream; q=0.2': text,
    'application/javascript; q=0.1': text,
  };
}

function formatter(
  format: Format,
): (req: Request, res: Response, body: unknown) => string | Buffer {
  return (_req, res, body) => {
    const formatted = body instanceof Error ? formatError(res, body) : format(body);
    res.setHeader('Content-Length', Buffer.byteLength(formatted));
    return formatted;
  };
}

function formatError(res: Response, error: Error): string {
  res.setHeader('Content-Type', 'application/json');
  const code = error instanceof HttpError ? error.code : undefined;
  return JSON.stringify(errorBody(res.statusCode, code));
}
