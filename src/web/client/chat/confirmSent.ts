import type { Action, Activity } from './webChatTypes.ts';

const sendStatus = 'webchat:send-status';

/**
 * When `incoming` is the reader's own message, back from the server, and the screen says that it was not
 * sent: the action that sets it right. A connection that is replaced takes the answer to what was just
 * sent with it; Web Chat 4.18.1 would go on offering to send again what has arrived.
 */
export function confirmSent(
  incoming: Activity | undefined,
  onScreen: readonly Activity[],
): Action | null {
  const activityID = incoming?.from?.role === 'user' ? incoming.id : undefined;
  if (activityID === undefined) return null;
  const shown = onScreen.find(({ id }) => id === activityID);
  return shown?.channelData?.[sendStatus] === 'send failed'
    ? { type: 'WEB_CHAT/MARK_ACTIVITY', payload: { activityID, name: sendStatus, value: 'sent' } }
    : null;
}
