type Words = Readonly<
  Record<'open' | 'area' | 'dialog' | 'opening' | 'close' | 'failed' | 'retry' | 'unread', string>
>;

/** What the server tells the loader: where the chat is, how it looks, what it says. */
export type Settings = {
  readonly address: string;
  readonly colour: string;
  readonly rules: string;
  readonly words: Words;
};

/** The server puts its settings in the place of this name, so their type is the server's to keep. */
declare const __SETTINGS__: Settings;

export const settings = __SETTINGS__;
