import type { Pass } from './pass.ts';

const key = 'legimi-czat';

/**
 * Keeps the pass while the tab lives, so that a reload goes on with the same conversation. The words of
 * the conversation are not kept: the server replays them. Browsers that forbid storage only lose this.
 */
export function remember(pass: Pass): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(pass));
  } catch {
    // The conversation works; a reload begins a new one.
  }
}

export function recall(): Pass | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isPass(stored) ? stored : null;
  } catch {
    return null;
  }
}

export function forget(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing could be stored either.
  }
}

function isPass(value: unknown): value is Pass {
  return (
    typeof value === 'object' &&
    value !== null &&
    'conversationId' in value &&
    typeof value.conversationId === 'string' &&
    'token' in value &&
    typeof value.token === 'string'
  );
}
