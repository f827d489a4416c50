import type { IncomingMessage, ServerResponse } from 'node:http';

/** Which pages may use the endpoint from a browser. */
export type Cors = {
  isAllowed(origin: string): boolean;
  /**
   * Sets the headers of any answer, errors included: without them the client sees status 0 and tries
   * again for 15 minutes. `credentials` only where the browser cookie is set.
   */
  setHeaders(request: IncomingMessage, response: ServerResponse, credentials: boolean): void;
};

/** Throws when an entry is no exact origin such as `https://www.example.org`. */
export function createCors(allowedOrigins: readonly string[]): Cors {
  for (const origin of allowedOrigins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new Error(`"${origin}" is no origin. Write scheme, host and port only, no path.`);
    }
  }
  const allowed = new Set(allowedOrigins);

  return {
    isAllowed: (origin) => allowed.has(origin),
    setHeaders(request, response, credentials) {
      response.setHeader('Vary', 'Origin');
      const { origin } = request.headers;
      if (origin === undefined || !allowed.has(origin)) return;
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
      if (credentials) response.setHeader('Access-Control-Allow-Credentials', 'true');
      if (request.method !== 'OPTIONS') return;
      response.setHeader('Access-Control-Allow-Methods', 'GET, POST, OPTIONS');
      // Without x-requested-with Web Chat stays at "Connecting".
      response.setHeader(
        'Access-Control-Allow-Headers',
        'authorization, content-type, x-ms-bot-agent, x-requested-with',
      );
      response.setHeader('Access-Control-Max-Age', '600');
    },
  };
}
