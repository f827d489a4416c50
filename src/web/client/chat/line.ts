import { directLineBase, type Pass } from './pass.ts';
import {
  connectionStatus,
  type DirectLine,
  type WebChat as WebChatBundle,
} from './webChatTypes.ts';

// The bundle's script comes before this module.
declare const WebChat: WebChatBundle;

/** Microsoft's client would try a start that fails every 20 seconds and say nothing. */
const patience = 10_000;

/**
 * Where to go on: `null` begins a conversation, '' repeats it from the beginning, anything else goes on
 * after what the reader already sees.
 */
export type Watermark = string | null;

/** Characters of a message that go out. More than the bot reads, and less than a request may have. */
const longestText = 8000;

/** A connection of Microsoft's client. One that it gave up cannot be revived. */
export function createLine(pass: Pass, watermark: Watermark): DirectLine {
  const line = WebChat.createDirectLine({
    domain: new URL(directLineBase, location.href).href,
    token: pass.token,
    ...(watermark === null ? {} : { conversationId: pass.conversationId }),
    ...(watermark ? { watermark } : {}),
    conversationStartProperties: { locale: 'pl-PL' },
  });
  const post = line.postActivity.bind(line);
  line.postActivity = ({ text, ...activity }) =>
    post(text === undefined ? activity : { ...activity, text: text.slice(0, longestText) });
  return line;
}

/**
 * Listens to a line that was made to go on at `watermark`. Returns what doubts it: `onLost` hears where
 * the next line should go on.
 */
export function watchLine(
  line: DirectLine,
  watermark: Watermark,
  { onOnline, onLost }: { onOnline: () => void; onLost: (watermark: Watermark) => void },
): () => void {
  let wasOnline = false;
  const lose = (): void => {
    clearTimeout(failure);
    onLost(wasOnline ? line.watermark : watermark);
  };
  const failure = setTimeout(lose, patience);
  line.connectionStatus$.subscribe((status) => {
    if (status === connectionStatus.online) {
      clearTimeout(failure);
      wasOnline = true;
      onOnline();
    } else if (
      status > connectionStatus.online ||
      (status === connectionStatus.connecting && wasOnline)
    ) {
      lose();
    }
  });
  return lose;
}
