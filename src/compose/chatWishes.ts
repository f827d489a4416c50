import type { IncomingMessage } from 'node:http';

/** What the chat page asks for when it opens a conversation; nothing of it is secret or a right. */
export type ChatWishes = {
  /** The page is shown on a computer that many readers share. */
  readonly isShared: boolean;
  /** The subject of the library's page around the chat. */
  readonly subject: string | null;
};

export function chatWishes(request: Pick<IncomingMessage, 'url'>): ChatWishes {
  const query = new URLSearchParams((request.url ?? '').split('?')[1] ?? '');
  return { isShared: query.get('kiosk') === '1', subject: query.get('greeting') };
}
