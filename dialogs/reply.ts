import { ActionTypes, ActivityTypes, CardFactory, InputHints, type Activity } from 'botbuilder';

/** A code as the chat window shows it beside the sentence: to read aloud and to copy. */
export type ShownCode = { readonly grouped: string; readonly plain: string };

/** What the bot says in one message. `id` is the text's key; tests and transcripts read it. */
export type Reply = {
  readonly id: string;
  readonly text: string;
  /** Labels of at most 20 characters. Whatever a button says can be typed instead. */
  readonly buttons?: readonly string[];
  /** A page of ours to open. */
  readonly link?: { readonly title: string; readonly url: string };
  readonly code?: ShownCode;
};

/** The activity of a reply. Its `label` is the reply's id. */
export function replyActivity({ id, text, buttons, link, code }: Reply): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    label: id,
    inputHint: InputHints.ExpectingInput,
    textFormat: 'plain',
    ...(link
      ? { attachments: [CardFactory.heroCard('', text, [], [openUrl(link)])], summary: text }
      : { text }),
    ...(buttons?.length ? { suggestedActions: { to: [], actions: buttons.map(imBack) } } : {}),
    ...(code ? { channelData: { code } } : {}),
  };
}

function imBack(title: string): { type: ActionTypes; title: string; value: string } {
  return { type: ActionTypes.ImBack, title, value: title };
}

function openUrl(link: { title: string; url: string }): {
  type: ActionTypes;
  title: string;
  value: string;
} {
  return { type: ActionTypes.OpenUrl, title: link.title, value: link.url };
}
