import type { Activity } from 'botbuilder';

/** What a reader sees of a message, whichever channel brings it. */
export type Shown = {
  readonly text: string;
  /** Words under the message that can be said by pressing. */
  readonly replies: readonly string[];
  /** Pages that a button opens. */
  readonly links: readonly { readonly title: string; readonly url: string }[];
};

/** A reader's side of one conversation on a channel of the running program. */
export type ChannelDriver = {
  /** Opens the chat, or says a greeting where a chat is opened by writing. */
  open(): Promise<void>;
  say(text: string): Promise<void>;
  /**
   * Signs in on the page behind the newest link, and does in the chat what the channel asks for;
   * the page that followed.
   */
  signIn(card: string, password: string): Promise<string>;
  /** Everything that the bot has said, waiting until it is `count` messages; `null`: it has said all. */
  shown(count: number | null): Promise<readonly Shown[]>;
};

/** How an activity is shown where the whole activity reaches the reader's client. */
export function shownActivity({ text, attachments, suggestedActions }: Partial<Activity>): Shown {
  const cards = (attachments ?? []).map(({ content }) => content as Card); // cards of our own
  return {
    text: text ?? cards.map((card) => card.text).join('\n'),
    replies: (suggestedActions?.actions ?? []).map(({ title }) => title),
    links: cards.flatMap(({ buttons }) =>
      buttons.map(({ title, value }) => ({ title, url: value })),
    ),
  };
}

type Card = {
  readonly text: string;
  readonly buttons: readonly { readonly title: string; readonly value: string }[];
};

export function newestLink(shown: readonly Shown[]): string {
  return shown.flatMap(({ links }) => links.map(({ url }) => url)).at(-1) ?? '';
}
