import { createHmac } from 'node:crypto';
import type { Month } from '../../rules/index.ts';

/** For `deriveKey` of the server secret: every process must hash alike. */
export const auditKeyPurpose = 'audit';

/**
 * Stands for a card, a code or a network in the audit: equal inside one month, and without the key neither
 * readable nor guessable. Each month has a key of its own, so that a reader cannot be followed through
 * the years.
 */
export type AuditHash = (kind: 'card' | 'code' | 'network', text: string) => string;

export function auditHash(key: Uint8Array, month: Month): AuditHash {
  const monthKey = createHmac('sha256', key).update(month).digest();
  return (kind, text) =>
    createHmac('sha256', monthKey).update(`${kind}:${text}`).digest('hex').slice(0, 32);
}
