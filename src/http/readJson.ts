import type { RequestHandler } from 'restify';
import { HttpError } from './httpError.ts';
import { readBody } from './readBody.ts';

/** Deeper bodies than this no client of ours sends; unbounded ones overflow recursive code. */
export const JSON_DEPTH = 32;

/**
 * Handlers that read a JSON body of at most `limit` bytes into `req.body`, and its exact bytes into
 * `req.rawBody` for signatures; an empty body becomes `undefined`. Answers 400 to another content
 * type (a cross-site form cannot send this one), to malformed JSON and to more than 32 levels, and
 * 413 to a body that is too long.
 *
 *     server.post('/path', readJson(64 * 1024), async (req, res) => { … });
 */
export function readJson(limit: number): RequestHandler[] {
  return [
    async (req, _res) => {
      const rawBody = await readBody(req, limit);
      req.rawBody = rawBody;
      req.body = rawBody.length === 0 ? undefined : parse(rawBody, req.headers['content-type']);
    },
  ];
}

function parse(bytes: Buffer, contentType = ''): unknown {
  const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase();
  if (mediaType !== 'application/json') throw malformed('The content type is not application/json');

  const value = decode(bytes);
  if (!isWithinDepth(value, JSON_DEPTH)) throw malformed(`More than ${JSON_DEPTH} levels`);
  return value;
}

function decode(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw malformed('The body is not JSON in UTF-8');
  }
}

function isWithinDepth(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  return Object.values(value).every((inner) => isWithinDepth(inner, levels - 1));
}

function malformed(message: string): HttpError {
  return new HttpError(400, 'MalformedData', message);
}
