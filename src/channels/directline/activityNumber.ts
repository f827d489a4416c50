import { channelId, type BotAccount } from './outbound.ts';
import type { ReplayEntry } from './replayBuffer.ts';

/** So many numbers are made durable at a time, because most activities then need no write. */
export const numbersAtATime = 20;

/** Seven digits, because clients sort and some block on gaps. */
export function activityId(conversationId: string, number: number): string {
  return `${conversationId}|${String(number).padStart(7, '0')}`;
}

/** True for the id of an activity that clients were shown. */
export function isShownId(conversationId: string, id: string | undefined): id is string {
  return id !== undefined && id.startsWith(`${conversationId}|`) && /\|\d{7}$/.test(id);
}

/**
 * After a crash nobody knows which of the reserved numbers were given. Numbering goes on behind them
 * all, and an event that no client shows stands for each, so that none is given twice or missing.
 */
export function fillers(
  conversationId: string,
  reserved: number,
  at: number,
  bot: BotAccount,
): readonly ReplayEntry[] {
  const first = Math.max(0, reserved - numbersAtATime);
  return Array.from({ length: reserved - first }, (_, index) => {
    const number = first + index;
    const json = JSON.stringify({
      type: 'event',
      name: 'restarted',
      id: activityId(conversationId, number),
      // Clients look at the sender of whatever they get.
      from: { ...bot, role: 'bot' },
      channelId,
      conversation: { id: conversationId },
      timestamp: new Date(at),
    });
    return { number, at, json, masked: null };
  });
}
