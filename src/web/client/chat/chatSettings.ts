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
      | 'startAnew',
      string
    >
  >;
  readonly code: Readonly<Record<'label' | 'copy' | 'copied' | 'copyFailed', string>>;
  /** Contains `#` where the time belongs. */
  readonly sentAt: string;
  readonly newTab: string;
  readonly webChat: Readonly<Record<string, string>>;
};

/** What the server tells the page, as JSON in its element `#settings`. */
export type ChatSettings = {
  /** Allows the styles that Web Chat makes while it runs. */
  readonly nonce: string;
  /** Origins of pages that may show the chat in a frame. */
  readonly embedders: readonly string[];
  /** Address of the assistant's picture. */
  readonly picture: string;
  readonly words: ChatWords;
};

export function readSettings(page: Document): ChatSettings {
  const text = page.getElementById('settings')?.textContent ?? '';
  // Written by our own server into this very page.
  return JSON.parse(text) as ChatSettings;
}
