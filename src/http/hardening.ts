import type { RequestHandler } from 'restify';
import { HttpError } from './httpError.ts';

const CONTENT_SECURITY_POLICY =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** ASVS 3.4.1: a year, and every host below the chat's as well. */
export const strictTransport = 'max-age=31536000; includeSubDomains';

const hostAndPort = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;

/**
 * The strictest headers, for answers that are data. Pages and files replace what they need with
 * `res.setHeader`; `res.header` would add a second value.
 */
export const securityHeaders: RequestHandler = (_req, res, next) => {
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Referrer-Policy', 'no-referrer');
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  next();
};

/** Tells browsers to come by https only. */
export const httpsOnly: RequestHandler = (_req, res, next) => {
  res.setHeader('Strict-Transport-Security', strictTransport);
  next();
};

/**
 * Answers 400 to a target or a `Host` that make no address. Restify 12 puts the two together with
 * `new URL` outside of any catch, so that one such request would end the process, and it would let a
 * `Host` with a slash choose the route.
 */
export const refuseBadAddresses: RequestHandler = (req, _res, next) => {
  const host = req.headers.host || 'localhost';
  const isAddress =
    hostAndPort.test(host) && req.url?.startsWith('/') && URL.canParse(`http://${host}${req.url}`);
  next(isAddress ? undefined : new HttpError(400, 'BadArgument', 'The address is malformed'));
};

/**
 * Answers 415 to compressed bodies: none of our clients compresses, and unpacking is how a small
 * request becomes a large one. `identity` means "not compressed" and is taken away.
 */
export const refuseCompressedBodies: RequestHandler = (req, _res, next) => {
  const encoding = req.headers['content-encoding'];
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity') {
    next(new HttpError(415, 'NotSupported', 'Compressed bodies are refused'));
    return;
  }
  delete req.headers['content-encoding'];
  next();
};
