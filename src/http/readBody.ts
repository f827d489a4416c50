import type { IncomingMessage } from 'node:http';
import { HttpError } from './httpError.ts';

/**
 * The bytes of a request's body, at most `limit`. Throws an `HttpError` 413 as soon as the limit is
 * passed, 400 when the sender goes away. Restify's own reader is not used: it counts compressed
 * bytes, crashes on bad gzip (restify issue 1975) and writes uploads to disk.
 */
export function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;

    const fail = (error: HttpError): void => {
      req.off('data', take);
      // What is left runs into the sand, so that the sender gets to read our answer.
      req.resume();
      reject(error);
    };
    const tooBig = (): void =>
      fail(new HttpError(413, 'MessageSizeTooBig', `The body is longer than ${limit} bytes`));
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > limit) tooBig();
      else chunks.push(chunk);
    };

    const gone = (): void =>
      fail(new HttpError(400, 'MalformedData', 'The sender closed the connection early'));

    req.once('end', () => {
      // Every request closes in the end; an error made for it then would only cost its stack.
      req.off('close', gone);
      resolve(Buffer.concat(chunks));
    });
    req.once('error', gone);
    req.once('close', gone);
    if (Number(req.headers['content-length'] ?? 0) > limit) tooBig();
    else req.on('data', take);
  });
}
