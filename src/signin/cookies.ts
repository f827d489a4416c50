import type { IncomingMessage } from 'node:http';

/** The value of a cookie that was sent exactly once; a second one may have been planted. */
export function cookieOf(request: Pick<IncomingMessage, 'headers'>, name: string): string | null {
  const values = (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  const [value] = values;
  return values.length === 1 && value !== undefined ? value : null;
}

/** Names and writes the cookies of one server. */
export type CookieJar = {
  /** The full name: with https it carries the prefix that binds the cookie to exactly this host. */
  readonly nameOf: (name: string) => string;
  /** The `Set-Cookie` header for a cookie that no script can read. Without `maxAge` it ends with the browser. */
  readonly write: (name: string, value: string, maxAge?: number) => string;
};

/**
 * With https the cookies are `Secure` and `__Host-` (ASVS 3.3.1, 3.3.3). Plain http exists on
 * loopback only, where Safari would drop such cookies; there they go without.
 */
export function cookieJar(publicUrl: string): CookieJar {
  const isSecure = publicUrl.startsWith('https:');
  const nameOf = (name: string): string => (isSecure ? `__Host-${name}` : name);
  return {
    nameOf,
    write(name, value, maxAge) {
      const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax'];
      if (isSecure) attributes.push('Secure');
      if (maxAge !== undefined) attributes.push(`Max-Age=${Math.floor(maxAge / 1000)}`);
      return [`${nameOf(name)}=${value}`, ...attributes].join('; ');
    },
  };
}
