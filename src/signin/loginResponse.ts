import type { IncomingHttpHeaders } from 'node:http';
import { strictTransport } from '../http/index.ts';
import { layout, type Page, type PageFrame } from './pages/layout.ts';

/** What the sign-in page needs to know of a request. */
export type LoginRequest = {
  readonly headers: IncomingHttpHeaders;
  /** The client's address, seen through trusted proxies only. */
  readonly address: string;
};

export type LoginResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Makes the answers of the sign-in page, each with the headers that all of them need. */
export type LoginResponses = {
  page(status: number, page: Page, headers?: Readonly<Record<string, string>>): LoginResponse;
  /** Sends the browser to /login, which shows how things stand and can be reloaded. */
  toLogin(setCookie?: string): LoginResponse;
  redirect(address: string, setCookie?: string): LoginResponse;
};

/** The headers of every page that a reader opens from a chat: nothing foreign, no frame, no cache. */
export function pageHeaders(publicUrl: string): Record<string, string> {
  return {
    'Content-Security-Policy':
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; " +
      "frame-ancestors 'none'; base-uri 'none'",
    'Cache-Control': 'no-store',
    // `no-referrer` would make the browser send `Origin: null` with the form (Fetch, 3.2). The
    // address of the page holds no secret, and `same-origin` tells it to no other site.
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(publicUrl.startsWith('https:') && {
      'Strict-Transport-Security': strictTransport,
    }),
  };
}

export function loginResponses(frame: PageFrame, publicUrl: string): LoginResponses {
  const common = pageHeaders(publicUrl);

  const redirect: LoginResponses['redirect'] = (address, setCookie) => ({
    status: 303,
    headers: {
      ...common,
      Location: address,
      ...(setCookie !== undefined && { 'Set-Cookie': setCookie }),
    },
    body: '',
  });

  return {
    page: (status, page, headers = {}) => ({
      status,
      headers: { ...common, 'Content-Type': 'text/html; charset=utf-8', ...headers },
      body: layout(frame, page),
    }),
    toLogin: (setCookie) => redirect('/login', setCookie),
    redirect,
  };
}

/** For answers at an address that holds a ticket: it must not reach even a page of our own. */
export function withoutReferrer(response: LoginResponse): LoginResponse {
  return { ...response, headers: { ...response.headers, 'Referrer-Policy': 'no-referrer' } };
}
