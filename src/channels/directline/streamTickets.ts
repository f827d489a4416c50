import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../clock.ts';

/**
 * One-time permissions to open a stream. They stand in an address, which lands in logs; a token must
 * not.
 */
export type StreamTickets = {
  /** A ticket good for 60 seconds. */
  issue(conversationId: string, permission: StreamPermission): Promise<string>;
  /** Uses the ticket up. Null when it is forged, used, late or of another conversation. */
  take(conversationId: string, ticket: string): Promise<StreamPermission | null>;
  forget(conversationId: string): void;
  tidy(): void;
};

export type StreamPermission = {
  /** The number of the activity the stream begins with. */
  readonly from: number;
  /** The page that must open it; `null` when the token was bound to no page. */
  readonly origin: string | null;
};

type Ticket = {
  readonly secret: Buffer;
  readonly permission: StreamPermission;
  readonly expiresAt: number;
};

export const ticketLifetime = 60_000;
/** A client that asks again and again must not fill the memory: its oldest tickets fall out. */
const maximumOpenTickets = 8;

export function createStreamTickets(clock: Clock): StreamTickets {
  const open = new Map<string, readonly Ticket[]>();
  const live = (conversationId: string): readonly Ticket[] => {
    const now = clock().getTime();
    return (open.get(conversationId) ?? []).filter(({ expiresAt }) => expiresAt > now);
  };
  const keep = (conversationId: string, tickets: readonly Ticket[]): void => {
    if (tickets.length > 0) open.set(conversationId, tickets);
    else open.delete(conversationId);
  };

  return {
    async issue(conversationId, permission) {
      const secret = randomBytes(32);
      const ticket = { secret, permission, expiresAt: clock().getTime() + ticketLifetime };
      keep(conversationId, [...live(conversationId), ticket].slice(-maximumOpenTickets));
      return secret.toString('base64url');
    },
    async take(conversationId, ticket) {
      const secret = Buffer.from(ticket, 'base64url');
      const tickets = live(conversationId);
      const found = tickets.find(
        (candidate) =>
          candidate.secret.length === secret.length && timingSafeEqual(candidate.secret, secret),
      );
      keep(
        conversationId,
        tickets.filter((candidate) => candidate !== found),
      );
      return found?.permission ?? null;
    },
    forget(conversationId) {
      open.delete(conversationId);
    },
    tidy() {
      for (const conversationId of open.keys()) keep(conversationId, live(conversationId));
    },
  };
}
