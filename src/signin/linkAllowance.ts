import type { Clock } from '../clock.ts';
import type { Chat } from './chat.ts';
import type { Ticket } from './chatRecord.ts';
import type { Records } from './records.ts';
import type { SignInPolicy } from './signInPolicy.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** The links of a channel's user within a day, oldest first. */
export type LinkRequests = {
  /** When each one was made. */
  readonly made: readonly number[];
  /** Those on whose page somebody tried to get in, and did not. */
  readonly tried: readonly TriedLink[];
};

type TriedLink = Pick<Ticket, 'hash' | 'createdAt'>;

/**
 * How many links a chat's user may ask for. Another conversation of the same user counts, too. What
 * counts in earnest is a link on which somebody failed: a reader who asks for three links before
 * opening one, or signs in again after every pause, is no attacker.
 */
export type LinkAllowance = {
  /** Takes one link from the allowance. Returns when the next one is free, or `null` when it is given. */
  take(chat: Chat): Promise<Date | null>;
  /** Somebody tries to get in by the link. */
  spend(chat: Chat, link: TriedLink): Promise<void>;
  /** Nobody failed on the link after all: the reader got in, or nobody could check. */
  giveBack(chat: Chat, link: Pick<TriedLink, 'hash'>): Promise<void>;
};

export function linkAllowance(
  records: Records<LinkRequests>,
  clock: Clock,
  policy: SignInPolicy['ticket'],
): LinkAllowance {
  async function change(
    { ingress, channelId, userId }: Chat,
    next: (links: LinkRequests, now: number) => LinkRequests,
  ): Promise<void> {
    const now = clock().getTime();
    const isRecent = (at: number): boolean => now - at < day;
    await records.update(JSON.stringify([ingress, channelId, userId]), (current) => {
      const made = (current?.made ?? []).filter(isRecent);
      const tried = (current?.tried ?? []).filter(({ createdAt }) => isRecent(createdAt));
      return { value: next({ made, tried }, now), expiresAt: new Date(now + day) };
    });
  }

  return {
    async take(chat) {
      let freeAt: number | null = null;
      await change(chat, (links, now) => {
        const tried = links.tried.map(({ createdAt }) => createdAt);
        const free = Math.max(
          freeAgain(tried, policy.perHour, hour),
          freeAgain(tried, policy.perDay, day),
          freeAgain(links.made, policy.unusedPerHour, hour),
        );
        if (free > now) {
          freeAt = free;
          return links;
        }
        return { ...links, made: [...links.made, now].slice(-policy.unusedPerHour) };
      });
      return freeAt === null ? null : new Date(freeAt);
    },

    spend: (chat, { hash, createdAt }) =>
      change(chat, (links) => {
        const others = links.tried.filter((link) => link.hash !== hash);
        const tried = [...others, { hash, createdAt }];
        return { ...links, tried: tried.sort((one, other) => one.createdAt - other.createdAt) };
      }),

    giveBack: (chat, { hash }) =>
      change(chat, (links) => ({
        ...links,
        tried: links.tried.filter((link) => link.hash !== hash),
      })),
  };
}

/** When one more fits among at most `most` within `period`; 0 when it fits already. */
function freeAgain(asked: readonly number[], most: number, period: number): number {
  const blocking = asked.at(-most);
  return blocking === undefined ? 0 : blocking + period;
}
