/** The page around the frame, as far as the chat knows it. */
export type HostPage = {
  /** Asks the page to put the chat away. */
  close(): void;
  /** Counts a message that came while the chat was out of sight. */
  countUnread(): void;
};

type FromHost = { readonly kind: 'shown' | 'hidden' };

/**
 * Waits for the loader's greeting, which brings a private line to it. A greeting counts only when it
 * comes from the parent window and from an origin that may embed the chat.
 */
export function meetHostPage(
  embedders: readonly string[],
  on: { readonly met: (page: HostPage) => void; readonly shown: () => void },
): void {
  let line: MessagePort | undefined;
  let isShown = false;
  let unread = 0;

  const page: HostPage = {
    close: () => line?.postMessage({ kind: 'close' }),
    countUnread: () => {
      if (isShown || !line) return;
      unread += 1;
      line.postMessage({ kind: 'unread', count: unread });
    },
  };

  addEventListener('message', (event: MessageEvent<unknown>) => {
    const [port] = event.ports;
    if (event.source !== parent || parent === window || !port) return;
    if (event.data !== 'legimi-czat' || !embedders.includes(event.origin)) return;
    line?.close();
    line = port;
    line.onmessage = ({ data }: MessageEvent<FromHost>) => {
      isShown = data.kind === 'shown';
      if (!isShown) return;
      unread = 0;
      on.shown();
    };
    line.postMessage({ kind: 'ready' });
    on.met(page);
  });
}
