import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock.ts';
import { cookieOf, type CookieJar } from './cookies.ts';
import type { Records } from './records.ts';
import { hashOf } from './ticket.ts';

/** What is kept about the browser in which a chat was opened. */
export type BoundBrowser = {
  /** SHA-256 of its cookie. */
  readonly browser: string;
  readonly onLibraryComputer: boolean;
};

/** Recognises the browser in which a chat of the web was opened. */
export type ChatBrowser = {
  /** Gives the browser its cookie unless it has one. Returns the hash of it. */
  ensure(request: IncomingMessage, response: ServerResponse): string;
  /** Gives the browser another cookie. Returns the hash of it. */
  renew(response: ServerResponse): string;
  /** Takes the browser's cookie away. */
  forget(response: ServerResponse): void;
  /** The hash of the browser's cookie; `null` when it sent none, or one that is not ours. */
  of(request: Pick<IncomingMessage, 'headers'>): string | null;
  bind(conversationId: string, bound: BoundBrowser): Promise<void>;
  boundTo(conversationId: string): Promise<BoundBrowser | null>;
};

const cookieName = 'czat';
const shape = /^[A-Za-z0-9_-]{43}$/;

export function chatBrowser(
  records: Records<BoundBrowser>,
  jar: CookieJar,
  clock: Clock,
  lifetime: number,
): ChatBrowser {
  const read = (request: Pick<IncomingMessage, 'headers'>): string | null => {
    const value = cookieOf(request, jar.nameOf(cookieName));
    return value !== null && shape.test(value) ? value : null;
  };

  const renew = (response: ServerResponse): string => {
    const value = randomBytes(32).toString('base64url');
    response.appendHeader('Set-Cookie', jar.write(cookieName, value));
    return hashOf(value);
  };

  return {
    ensure(request, response) {
      const known = read(request);
      return known === null ? renew(response) : hashOf(known);
    },
    renew,
    forget(response) {
      response.appendHeader('Set-Cookie', jar.write(cookieName, '', 0));
    },
    of(request) {
      const value = read(request);
      return value === null ? null : hashOf(value);
    },
    bind: (conversationId, bound) =>
      records.put(conversationId, bound, new Date(clock().getTime() + lifetime)),
    boundTo: (conversationId) => records.get(conversationId),
  };
}
