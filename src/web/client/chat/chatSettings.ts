/** The words that the page itself says; those of Web Chat are in `webChat`, by Microsoft's names. */
export type ChatWords = {
  readonly state: Readonly<
    Record<
      | 'connecting'
      | 'lost'
      | 'offline'
      | 'back'
      | 'unreachable'
      | 'crowded'
      | 'misplaced'
      | 'over'
      | 'signedOut'
      | 'closed'
      | 'startAnew',
      string
    >
  >;
  /** Contain `#` where the seconds belong, but for those on buttons. */
  readonly session: Readonly<
    Record<'idle' | 'idleShared' | 'codeShown' | 'final' | 'finalShared' | 'stay' | 'leave', string>
  >;
  readonly code: Readonly<Record<'label' | 'copy' | 'copied' | 'copyFailed', string>>;
  /** Contains `#` where the time belongs. */
  readonly sentAt: string;
  readonly newTab: string;
  readonly moreBelow: string;
  readonly webChat: Readonly<Record<string, string>>;
};

/** What the server tells the page, as JSON in its element `#settings`. */
export type ChatSettings = {
  /** Allows the styles that Web Chat makes while it runs. */
  readonly nonce: string;
  /** Origins of pages that may show the chat in a frame. */
  readonly embedders: readonly string[];
  /** True on a computer that many readers share: nothing of a conversation may stay there. */
  readonly isShared: boolean;
  /** The subject of the page that the reader comes from; the greeting begins with it. */
  readonly subject: string | null;
  /** Address of the assistant's picture. */
  readonly picture: string;
  readonly words: ChatWords;
};

export function readSettings(page: Document): ChatSettings {
  const text = page.getElementById('settings')?.textContent ?? '';
  // Written by our own server into this very page.
  return JSON.parse(text) as ChatSettings;
}
