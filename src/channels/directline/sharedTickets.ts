import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { KeyedRecords } from '../../storage/index.ts';
import { ticketLifetime, type StreamPermission, type StreamTickets } from './streamTickets.ts';

/** Tickets that one instance gives and another takes. The store holds their hashes only. */
export function sharedTickets(
  records: KeyedRecords<StreamPermission>,
  clock: Clock,
): StreamTickets {
  const keyOf = (conversationId: string, ticket: string): string =>
    `${conversationId}|${createHash('sha256').update(ticket).digest('base64url')}`;

  return {
    async issue(conversationId, permission) {
      const ticket = randomBytes(32).toString('base64url');
      const expiresAt = new Date(clock().getTime() + ticketLifetime);
      await records.put(keyOf(conversationId, ticket), permission, expiresAt);
      return ticket;
    },
    async take(conversationId, ticket) {
      let permission: StreamPermission | null = null;
      await records.update(keyOf(conversationId, ticket), (current) => {
        permission = current;
        return null;
      });
      return permission;
    },
    // The store forgets by itself.
    forget: () => undefined,
    tidy: () => undefined,
  };
}
