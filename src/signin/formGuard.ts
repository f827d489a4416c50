import type { IncomingHttpHeaders } from 'node:http';
import type { LoginCookie, LoginCookies } from './loginCookie.ts';

export type GuardedForm =
  | { readonly outcome: 'ours'; readonly cookie: LoginCookie }
  /**
   * `foreign`: another site sent it. `outdated`: the browser has opened another link since. `noLink`:
   * it has none open any more.
   */
  | { readonly outcome: 'foreign' | 'outdated' | 'noLink' };

/** Lets only forms pass that this browser got from our page for the link it opened last. */
export function guardForm(
  cookies: LoginCookies,
  origin: string,
  headers: IncomingHttpHeaders,
  form: URLSearchParams,
): GuardedForm {
  if (!isFromOurPage(origin, headers)) return { outcome: 'foreign' };
  const cookie = cookies.read({ headers });
  if (!cookie) return { outcome: 'noLink' };
  return cookies.isFormToken(form.get('token') ?? '', cookie)
    ? { outcome: 'ours', cookie }
    : { outcome: 'outdated' };
}

/** Browsers tell where a form comes from; older ones know `Origin` only (ASVS 3.5.3). */
function isFromOurPage(origin: string, headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  return headers.origin === undefined ? site !== undefined : headers.origin === origin;
}
