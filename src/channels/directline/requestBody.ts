import type { IncomingMessage } from 'node:http';
import { readBody } from '../../http/index.ts';
import { DirectLineError } from './directLineError.ts';

export type JsonObject = { readonly [key: string]: unknown };

/** Bytes a body may have. */
export const maximumBodySize = 64 * 1024;
const maximumDepth = 32;

/** The body as a JSON object; `{}` when there is none. Throws a `DirectLineError` or `HttpError`. */
export async function readJsonBody(request: IncomingMessage): Promise<JsonObject> {
  const bytes = await readBody(request, maximumBodySize);
  if (bytes.length === 0) return {};
  if (!isJson(request)) throw new DirectLineError('contentTypeRefused');
  const body = parse(bytes);
  if (!isObject(body) || isDeeperThan(maximumDepth, body)) {
    throw new DirectLineError('bodyMalformed');
  }
  return body;
}

export function isJson(request: IncomingMessage): boolean {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  return type.trim().toLowerCase() === 'application/json';
}

/** The value of a key whatever its case: some clients send `User.Id`. The exact case wins. */
export function property(of: unknown, key: string): unknown {
  if (!isObject(of)) return undefined;
  if (Object.hasOwn(of, key)) return of[key];
  const found = Object.keys(of).find((other) => other.toLowerCase() === key.toLowerCase());
  return found === undefined ? undefined : of[found];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new DirectLineError('bodyMalformed');
  }
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}
