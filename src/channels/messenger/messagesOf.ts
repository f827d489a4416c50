import type { Activity } from 'botbuilder';
import { attachmentMessages } from './cardMessages.ts';
import { limits, type GraphMessage, type Outgoing, type QuickReply } from './outgoing.ts';
import { plainText } from './plainText.ts';
import { clipText, splitText } from './splitText.ts';
import { UnsendableError } from './unsendable.ts';

/**
 * What is sent for an activity of the bot, in order; nothing for what only other channels understand.
 * Throws an `UnsendableError`. `ownOrigin`: the only place from which pictures are shown.
 */
export function messagesOf(activity: Partial<Activity>, ownOrigin: string): readonly Outgoing[] {
  if (activity.type === 'typing') return [{ sender_action: 'typing_on' }];
  if (activity.type !== 'message') return [];

  const isPlain = activity.textFormat === 'plain';
  const text = isPlain ? (activity.text ?? '') : plainText(activity.text ?? '');
  const messages: GraphMessage[] = [
    ...splitText(text, limits.text).map((piece) => ({ text: piece })),
    ...(activity.attachments ?? []).flatMap((one) => attachmentMessages(one, ownOrigin)),
  ];
  return withQuickReplies(messages, quickRepliesOf(activity)).map((message) => ({ message }));
}

/** Quick replies vanish with the next message, so they belong to the last one. */
function withQuickReplies(
  messages: readonly GraphMessage[],
  replies: readonly QuickReply[],
): readonly GraphMessage[] {
  const last = messages.at(-1);
  if (replies.length === 0) return messages;
  if (!last) throw new UnsendableError('suggested actions without a text');
  return [...messages.slice(0, -1), { ...last, quick_replies: replies }];
}

/** A quick reply can only be said; what opens a page belongs on a card. */
function quickRepliesOf({ suggestedActions }: Partial<Activity>): readonly QuickReply[] {
  return (suggestedActions?.actions ?? [])
    .filter(({ type }) => type !== 'openUrl' && type !== 'call')
    .slice(0, limits.quickReplies)
    .map(({ title, value }) => {
      // Cards may carry an object; our own buttons carry their words.
      const payload = typeof value === 'string' ? value : title;
      if (payload.length > limits.payload) throw new UnsendableError('a long payload');
      return { content_type: 'text', title: clipText(title, limits.quickReplyTitle), payload };
    });
}
