import type { Clock } from '../clock.ts';
import type { Chat } from './chat.ts';
import type { Records } from './records.ts';
import type { SignInPolicy } from './signInPolicy.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** When a user of a channel asked for links, in milliseconds, oldest first. */
export type LinkRequests = readonly number[];

/** How many links a chat's user may ask for. Another conversation of the same user counts, too. */
export type LinkAllowance = {
  /** Takes one link from the allowance. Returns when the next one is free, or `null` when it is given. */
  take(chat: Chat): Promise<Date | null>;
};

export function linkAllowance(
  records: Records<LinkRequests>,
  clock: Clock,
  policy: SignInPolicy['ticket'],
): LinkAllowance {
  return {
    async take({ ingress, channelId, userId }) {
      const now = clock().getTime();
      let freeAt = 0;
      await records.update(JSON.stringify([ingress, channelId, userId]), (current) => {
        const lastDay = (current ?? []).filter((at) => now - at < day);
        freeAt = Math.max(
          freeAgain(lastDay, policy.perHour, hour),
          freeAgain(lastDay, policy.perDay, day),
        );
        const value = freeAt > now ? lastDay : [...lastDay, now];
        return { value, expiresAt: new Date(now + day) };
      });
      return freeAt > now ? new Date(freeAt) : null;
    },
  };
}

/** When one more fits among at most `most` within `period`; 0 when it fits already. */
function freeAgain(asked: LinkRequests, most: number, period: number): number {
  const blocking = asked.at(-most);
  return blocking === undefined ? 0 : blocking + period;
}
