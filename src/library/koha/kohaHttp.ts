import { KohaError } from './kohaError.ts';

export type KohaAnswer = { readonly status: number; readonly body: unknown };

/** Bytes. Koha's own description of its API is the largest answer, about three megabytes. */
const largestAnswer = 16_000_000;

/**
 * One request, once. Rejects with `KOHA_UNREACHABLE` when there is no whole answer in time, or one that
 * says that the server cannot now; follows no redirect, so that a secret never goes elsewhere.
 */
export async function askKoha(
  url: URL,
  request: RequestInit,
  limits: { readonly withinMs: number; readonly closing: AbortSignal },
): Promise<KohaAnswer> {
  try {
    const response = await fetch(url, {
      ...request,
      redirect: 'error',
      signal: AbortSignal.any([AbortSignal.timeout(limits.withinMs), limits.closing]),
    });
    const text = await readText(response);
    if (response.status >= 500 || response.status === 429) {
      throw new Error(`HTTP status ${response.status}`);
    }
    return { status: response.status, body: parseJson(text) };
  } catch (cause) {
    throw new KohaError(
      'KOHA_UNREACHABLE',
      `${url.origin} gives no answer. Check the address in manifest/library.yml, the network and ` +
        'whether Koha is up.',
      { cause },
    );
  }
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // The body of a response streams bytes; its type leaves that open.
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > largestAnswer) throw new Error('The answer is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** `undefined` for what is no JSON: every schema refuses it. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
