import type { Clock } from '../clock.ts';
import type { CardNumber } from '../library/index.ts';
import type { Keys } from '../storage/index.ts';
import { chatKey, type Chat } from './chat.ts';
import type { ChatRecord, Ticket } from './chatRecord.ts';
import type { ChatRecords } from './chatRecords.ts';
import { codeMark, isMarkOf, newCode } from './magicCode.ts';
import type { Records } from './records.ts';
import type { SignInPolicy } from './signInPolicy.ts';
import { hashOf, newTicket, stageAt, type TicketOrigin } from './ticket.ts';

/** A ticket that somebody showed us, and the chat whose newest link it is. */
export type FoundTicket = {
  readonly chat: Chat;
  readonly ticket: Ticket;
  readonly stage: ReturnType<typeof stageAt>;
};

/** What became of a ticket after the right password. `gone`: somebody was faster, or it ended. */
export type AcceptedTicket =
  | { readonly outcome: 'signIn' }
  | { readonly outcome: 'showCode'; readonly code: string }
  | { readonly outcome: 'gone' };

export type CheckedCode =
  | { readonly outcome: 'right'; readonly card: CardNumber; readonly ticketHash: string }
  | { readonly outcome: 'wrong' }
  | { readonly outcome: 'expired' };

/** The life of links and codes. Each call is atomic: of two at the same time, only one succeeds. */
export type Tickets = {
  /** Makes the chat's newest ticket, which replaces an older one, and returns its secret. */
  create(chat: Chat, origin: TicketOrigin): Promise<{ secret: string; ticket: Ticket }>;
  /** `null`: no such ticket, or a newer one took its place. Changes nothing. */
  find(secret: string): Promise<FoundTicket | null>;
  /** Counts one password before it is checked. False when the ticket allows no more. */
  takeFormTry(secret: string): Promise<boolean>;
  /** Takes the count back, for a password that could not be checked. */
  returnFormTry(secret: string): Promise<void>;
  /** Spends an open ticket for a reader whose password was right. */
  accept(secret: string, card: CardNumber, to: 'signIn' | 'showCode'): Promise<AcceptedTicket>;
  /** True while the page shows a code for the chat's ticket. */
  expectsCode(chat: Chat): Promise<boolean>;
  /** Takes a code typed in a chat; `chat` is the one whose ticket must have it. */
  checkCode(chat: Chat, code: string): Promise<CheckedCode>;
  /** True while `code` is the one that the page showed for the ticket. */
  isShownCode(found: FoundTicket, code: string): boolean;
  /** Ends the ticket; false when it had ended already. */
  cancel(secret: string): Promise<boolean>;
  cancelOf(chat: Chat): Promise<void>;
};

export function openTickets(parts: {
  readonly chats: ChatRecords;
  /** The chat of each ticket, by the ticket's hash. */
  readonly index: Records<Chat>;
  readonly clock: Clock;
  readonly codeKeys: Keys;
  readonly policy: SignInPolicy;
}): Tickets {
  const { chats, index, clock, codeKeys, policy } = parts;
  const now = (): number => clock().getTime();

  /** Changes the ticket while it is still the chat's newest one and open. */
  async function changeOpen(
    secret: string,
    change: (ticket: Ticket) => Ticket | null,
  ): Promise<Ticket | null> {
    const hash = hashOf(secret);
    const chat = await index.get(hash);
    if (!chat) return null;
    let changed: Ticket | null = null;
    await chats.change(chat, (record) => {
      const { ticket } = record;
      if (ticket?.hash !== hash || stageAt(ticket, now()) !== 'open') return record;
      changed = change(ticket);
      return changed ? { ...record, ticket: changed } : record;
    });
    return changed;
  }

  return {
    async create(chat, origin) {
      const { secret, ticket } = newTicket(origin, now(), policy.ticket);
      const end = ticket.expiresAt + policy.code.lifetime;
      await index.put(ticket.hash, chat, new Date(end));
      await chats.change(chat, (record) => ({ ...record, ticket }));
      return { secret, ticket };
    },

    async find(secret) {
      const hash = hashOf(secret);
      const chat = await index.get(hash);
      const ticket = chat && (await chats.read(chat)).ticket;
      if (!chat || ticket?.hash !== hash) return null;
      const stage = stageAt(ticket, now());
      const hasNoTriesLeft = stage === 'open' && ticket.formTries >= policy.ticket.formTries;
      return { chat, ticket, stage: hasNoTriesLeft ? 'usedUp' : stage };
    },

    async takeFormTry(secret) {
      const taken = await changeOpen(secret, (ticket) =>
        ticket.formTries < policy.ticket.formTries
          ? { ...ticket, formTries: ticket.formTries + 1 }
          : null,
      );
      return taken !== null;
    },

    async returnFormTry(secret) {
      await changeOpen(secret, (ticket) => ({ ...ticket, formTries: ticket.formTries - 1 }));
    },

    async accept(secret, card, to) {
      const code = newCode(policy.code.digits);
      const chat = await index.get(hashOf(secret));
      if (!chat) return { outcome: 'gone' };
      const ticket = await changeOpen(secret, (open) => {
        if (to === 'signIn') return { ...open, stage: { name: 'signedIn' } };
        const scope = { ticketHash: open.hash, chatKey: chatKey(chat) };
        const stage = {
          name: 'codeShown',
          card,
          codeMark: codeMark(codeKeys[0], code, scope),
          expiresAt: now() + policy.code.lifetime,
          tries: 0,
        } as const;
        return { ...open, stage };
      });
      if (!ticket) return { outcome: 'gone' };
      return to === 'signIn' ? { outcome: 'signIn' } : { outcome: 'showCode', code };
    },

    async expectsCode(chat) {
      const { ticket } = await chats.read(chat);
      return ticket !== null && stageAt(ticket, now()) === 'codeShown';
    },

    async checkCode(chat, code) {
      let checked: CheckedCode = { outcome: 'expired' };
      await chats.change(chat, (record) => {
        const { ticket, answer } = withCode(record, code, now());
        checked = answer;
        return { ...record, ticket };
      });
      return checked;
    },

    isShownCode({ chat, ticket, stage }, code) {
      const scope = { ticketHash: ticket.hash, chatKey: chatKey(chat) };
      return (
        stage === 'codeShown' &&
        ticket.stage.name === 'codeShown' &&
        isMarkOf(ticket.stage.codeMark, codeKeys, code, scope)
      );
    },

    async cancel(secret) {
      const ticket = await changeOpen(secret, (open) => ({
        ...open,
        stage: { name: 'cancelled' },
      }));
      return ticket !== null;
    },

    async cancelOf(chat) {
      await chats.change(chat, (record) => ({ ...record, ticket: cancelled(record.ticket) }));
    },
  };

  /** The ticket after `code` was typed, and what to answer. */
  function withCode(
    record: ChatRecord,
    code: string,
    at: number,
  ): { ticket: Ticket | null; answer: CheckedCode } {
    const { ticket } = record;
    if (!ticket || ticket.stage.name !== 'codeShown' || stageAt(ticket, at) !== 'codeShown') {
      return { ticket, answer: { outcome: 'expired' } };
    }
    const { stage } = ticket;
    const scope = { ticketHash: ticket.hash, chatKey: chatKey(record.chat) };
    if (isMarkOf(stage.codeMark, codeKeys, code, scope)) {
      const used: Ticket = { ...ticket, stage: { name: 'signedIn' } };
      const answer = { outcome: 'right', card: stage.card, ticketHash: ticket.hash } as const;
      return { ticket: used, answer };
    }
    const tries = stage.tries + 1;
    return tries < policy.code.tries
      ? { ticket: { ...ticket, stage: { ...stage, tries } }, answer: { outcome: 'wrong' } }
      : { ticket: { ...ticket, stage: { name: 'usedUp' } }, answer: { outcome: 'expired' } };
  }
}

function cancelled(ticket: Ticket | null): Ticket | null {
  if (!ticket || (ticket.stage.name !== 'open' && ticket.stage.name !== 'codeShown')) return ticket;
  return { ...ticket, stage: { name: 'cancelled' } };
}
