/** What a reader did on Messenger, of which the bot is told. Plain JSON, because it is kept. */
export type MessengerEvent = {
  /** Equal for the same event delivered again; names nobody. */
  readonly key: string;
  /** The reader's id, good for our Page only (PSID). */
  readonly userId: string;
  /** Milliseconds since 1970, as Meta says. */
  readonly sentAt: number;
  readonly what: Happening;
};

export type Happening =
  | { readonly kind: 'text'; readonly id: string; readonly text: string }
  /** A quick reply, a button, a line of the menu. Only buttons of ours have a payload. */
  | {
      readonly kind: 'button';
      readonly id: string | null;
      readonly title: string;
      readonly payload: string;
    }
  /** A picture, a recording, a sticker. */
  | { readonly kind: 'notText'; readonly id: string; readonly contentType: string }
  /** How the reader came here. */
  | { readonly kind: 'notice'; readonly name: 'referral' | 'optin' };
