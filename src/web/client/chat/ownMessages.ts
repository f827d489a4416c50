import type { Action, Activity } from './webChatTypes.ts';

/** What the page does to the reader's own messages, in place of Web Chat 4.18.1 or beside it. */

/**
 * Before a message is sent again: the actions that take its unsent copy away. Web Chat gives the message a
 * new mark and would leave the copy, with its offer to send again, on the screen for ever. Nothing for a
 * message that is sent the first time, which has no mark yet.
 */
export function withoutUnsentCopy(activity: Activity): readonly Action[] {
  const mark = markOf(activity);
  if (mark === undefined) return [];
  // Web Chat removes by id, which only what came from the server has.
  const id = `${mark}-unsent`;
  return [
    { type: 'DIRECT_LINE/INCOMING_ACTIVITY', payload: { activity: { ...activity, id } } },
    { type: 'DIRECT_LINE/DELETE_ACTIVITY', payload: { activityID: id } },
  ];
}

/** The reader's own message as the reader wrote it: the server keeps less of one that is too long. */
export function asWritten(incoming: Activity, onScreen: readonly Activity[]): Activity {
  const mark = markOf(incoming);
  if (mark === undefined) return incoming;
  const written = onScreen.find((shown) => markOf(shown) === mark)?.text ?? '';
  return written.length > (incoming.text ?? '').length ? { ...incoming, text: written } : incoming;
}

/** By it Web Chat knows its own message again when the server shows it. */
function markOf({ channelData }: Activity): unknown {
  return channelData?.['clientActivityID'];
}
