import { directLineBase, type Pass } from './pass.ts';
import type { PageEvent } from './sessionEnd.ts';

/** Ends a conversation for good. It is sent even when the page is going away. */
export async function leaveConversation({ conversationId, token }: Pass): Promise<void> {
  const leave: { type: 'event'; name: PageEvent } = { type: 'event', name: 'leave' };
  const quietly = (): void => undefined;
  await fetch(`${directLineBase}/conversations/${conversationId}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(leave),
    keepalive: true,
    credentials: 'omit',
  }).catch(quietly);
}

/** Has the browser drop the cookie and whatever else this server may have left in it. */
export async function forgetBrowser(): Promise<void> {
  await fetch('/chat/left', { method: 'POST', keepalive: true }).catch(() => undefined);
}
