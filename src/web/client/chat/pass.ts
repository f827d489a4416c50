/** The right to take part in one conversation, as the Direct Line endpoint issued it. */
export type Pass = { readonly conversationId: string; readonly token: string };

/**
 * `over`: the conversation cannot go on with this pass. `unreachable`: nobody knows, ask again after
 * so many milliseconds. `misplaced`: this page may not open conversations at all.
 */
export type PassAnswer =
  | { readonly outcome: 'pass'; readonly pass: Pass }
  | { readonly outcome: 'over' }
  | { readonly outcome: 'misplaced' }
  | {
      readonly outcome: 'unreachable';
      readonly crowded: boolean;
      readonly retryAfter: number | null;
    };

export const directLineBase = '/v3/directline';

const patience = 10_000;

/** Where a conversation is held and what it begins with. */
export type Surroundings = { readonly isShared: boolean; readonly subject: string | null };

/** Asks for a new conversation. The answer sets the cookie that later binds a sign-in to this browser. */
export async function newPass({ isShared, subject }: Surroundings): Promise<PassAnswer> {
  const query = new URLSearchParams();
  if (isShared) query.set('kiosk', '1');
  if (subject !== null) query.set('greeting', subject);
  const asked = query.size === 0 ? '' : `?${query}`;
  const answer = await post(`tokens/generate${asked}`, {
    headers: { 'content-type': 'application/json' },
    body: '{}',
    credentials: 'include',
  });
  // A refusal of a fresh request is about the page, not about a conversation.
  return answer.outcome === 'over' ? { outcome: 'misplaced' } : answer;
}

/** Asks whether a conversation can go on; an expired or ended one cannot. */
export function renewedPass(token: string): Promise<PassAnswer> {
  return post('tokens/refresh', {
    headers: { authorization: `Bearer ${token}` },
    credentials: 'omit',
  });
}

async function post(route: string, request: RequestInit): Promise<PassAnswer> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patience);
  try {
    const response = await fetch(`${directLineBase}/${route}`, {
      ...request,
      method: 'POST',
      signal: abort.signal,
    });
    if (response.ok) return { outcome: 'pass', pass: (await response.json()) as Pass };
    if (response.status === 429) return unreachable(true, response.headers.get('retry-after'));
    if (response.status >= 500) return unreachable(false, response.headers.get('retry-after'));
    return { outcome: 'over' };
  } catch {
    return unreachable(false, null);
  } finally {
    clearTimeout(timer);
  }
}

function unreachable(crowded: boolean, retryAfter: string | null): PassAnswer {
  const seconds = Number(retryAfter ?? NaN);
  return {
    outcome: 'unreachable',
    crowded,
    retryAfter: Number.isFinite(seconds) ? seconds * 1000 : null,
  };
}
