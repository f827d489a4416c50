import { circuitBreaker } from '../circuitBreaker.ts';
import { KohaError } from './kohaError.ts';
import { askKoha, type KohaAnswer } from './kohaHttp.ts';
import type { KohaOptions } from './kohaOptions.ts';
import { kohaToken } from './kohaToken.ts';

/** Requests to one Koha, in the bot's own name. Each rejects with a `KohaError` and nothing else. */
export type KohaClient = {
  get(path: string, query?: Readonly<Record<string, string>>): Promise<KohaAnswer>;
  post(path: string, body: Readonly<Record<string, string>>): Promise<KohaAnswer>;
  /** Gives up what is under way; requests after it are `KOHA_UNREACHABLE`. */
  close(): void;
};

const defaultPatience = 8_000;
const failuresBeforeRest = 3;
const restMs = 10_000;

export function kohaClient(options: KohaOptions): KohaClient {
  const closing = new AbortController();
  const limits = {
    withinMs: options.answerWithinMs ?? defaultPatience,
    closing: closing.signal,
  };
  const breaker = circuitBreaker({
    failures: failuresBeforeRest,
    restMs,
    now: () => options.clock().getTime(),
    isFailure: (error) => error instanceof KohaError && error.code === 'KOHA_UNREACHABLE',
    resting: () =>
      new KohaError(
        'KOHA_RESTING',
        `Koha did not answer lately, so it was not asked; it is tried again within ${restMs} ms.`,
      ),
  });
  const urlOf = (path: string): URL => new URL(`/api/v1${path}`, options.address);

  const token = kohaToken(
    (path, form) => askKoha(urlOf(path), { method: 'POST', body: form }, limits),
    options,
    options.clock,
  );

  async function askSignedIn(url: URL, request: RequestInit): Promise<KohaAnswer> {
    const bearer = await token.current();
    const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
    const answer = await askKoha(
      url,
      { ...request, headers: { ...headers, Authorization: `Bearer ${bearer}` } },
      limits,
    );
    if (answer.status === 401) token.refused(bearer);
    return answer;
  }

  /** A Koha that was restarted has forgotten its tokens: a refused one is renewed once. */
  async function ask(url: URL, request: RequestInit): Promise<KohaAnswer> {
    const first = await askSignedIn(url, request);
    const answer = first.status === 401 ? await askSignedIn(url, request) : first;
    if (answer.status === 401 || answer.status === 403) {
      throw new KohaError(
        'KOHA_PERMISSION',
        `Koha does not permit the bot ${request.method ?? 'GET'} ${routeOf(url)}. Give the patron of ` +
          'the API key the permissions that docs/library-systems.md lists.',
      );
    }
    return answer;
  }

  return {
    get(path, query = {}) {
      const url = urlOf(path);
      url.search = new URLSearchParams(query).toString();
      return breaker.run(() => ask(url, { method: 'GET' }));
    },
    post: (path, body) =>
      breaker.run(() => ask(urlOf(path), { method: 'POST', body: JSON.stringify(body) })),
    close: () => closing.abort(),
  };
}

/** A path without the number of a reader. */
function routeOf(url: URL): string {
  return url.pathname.replace(/\/\d+(?=\/|$)/g, '/{id}');
}
