import type { Activity } from 'botbuilder';
import { calendarDay, instantAt } from '../../../src/rules/index.ts';
import { maskCode } from '../../../src/compose/maskCode.ts';

const bot = { id: 'bot', name: 'Asystent Legimi', role: 'bot' };
const reader = { id: 'reader', name: 'Czytelnik', role: 'user' };

/**
 * A conversation as the Emulator's `.transcript` files hold it: every activity with sender, recipient
 * and an id of its own, codes masked, nothing in it that changes from one recording to the next.
 */
export function transcriptOf(activities: readonly Partial<Activity>[], now: string): object[] {
  const [day = '', time = ''] = now.split('T');
  const start = instantAt(calendarDay(day), time).getTime();
  let lastFromReader: string | undefined;

  return activities.map((activity, index) => {
    const isReader = activity.recipient?.id === 'bot';
    const id = String(index).padStart(4, '0');
    if (isReader) lastFromReader = id;
    const { text, attachments, suggestedActions, label, summary } = maskCode(activity) ?? activity;
    return {
      type: activity.type,
      id,
      timestamp: new Date(start + index * 1000).toISOString(),
      channelId: 'emulator',
      conversation: { id: 'recorded' },
      from: isReader ? reader : bot,
      recipient: isReader ? bot : reader,
      ...(isReader ? {} : { replyToId: lastFromReader }),
      ...(activity.membersAdded ? { membersAdded: [bot, reader] } : {}),
      ...definedOnly({ text, attachments, suggestedActions, label, summary }),
    };
  });
}

function definedOnly(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
