import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { SignInMethod, Ticket, TicketStage } from './chatRecord.ts';
import type { SignInPolicy } from './signInPolicy.ts';

export type TicketOrigin = {
  readonly method: SignInMethod;
  readonly browser: string | null;
  readonly onLibraryComputer: boolean;
};

/** A new ticket and the secret that goes into its link, which is kept nowhere else. */
export function newTicket(
  origin: TicketOrigin,
  now: number,
  policy: SignInPolicy['ticket'],
): { readonly secret: string; readonly ticket: Ticket } {
  const secret = randomBytes(policy.bytes).toString('base64url');
  const ticket: Ticket = {
    ...origin,
    hash: hashOf(secret),
    pairingNumber: String(randomInt(10, 100)),
    createdAt: now,
    expiresAt: now + policy.lifetime,
    formTries: 0,
    stage: { name: 'open' },
  };
  return { secret, ticket };
}

/** What a ticket is good for at `now`. `expired` includes a code that nobody typed in time. */
export function stageAt(ticket: Ticket, now: number): TicketStage['name'] | 'expired' {
  const { stage } = ticket;
  switch (stage.name) {
    case 'open':
      return now < ticket.expiresAt ? 'open' : 'expired';
    case 'codeShown':
      return now < stage.expiresAt ? 'codeShown' : 'expired';
    case 'signedIn':
    case 'cancelled':
    case 'usedUp':
      return stage.name;
  }
}

/** SHA-256 in base64url: what is kept of a secret that only ever has to be recognised. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
