/** The limits of Messenger, in UTF-16 units where they count characters. */
export const limits = {
  text: 2_000,
  quickReplies: 13,
  quickReplyTitle: 20,
  payload: 1_000,
  templateText: 640,
  templateButtons: 3,
  buttonTitle: 20,
} as const;

export type QuickReply = {
  readonly content_type: 'text';
  readonly title: string;
  readonly payload: string;
};

export type TemplateButton =
  | { readonly type: 'web_url'; readonly title: string; readonly url: string }
  | { readonly type: 'postback'; readonly title: string; readonly payload: string }
  | { readonly type: 'phone_number'; readonly title: string; readonly payload: string };

export type ButtonTemplate = {
  readonly type: 'template';
  readonly payload: {
    readonly template_type: 'button';
    readonly text: string;
    readonly buttons: readonly TemplateButton[];
  };
};

export type Image = { readonly type: 'image'; readonly payload: { readonly url: string } };

/** A message as the Send API takes it. */
export type GraphMessage = (
  { readonly text: string } | { readonly attachment: ButtonTemplate | Image }
) & { readonly quick_replies?: readonly QuickReply[] };

/** One request to the Send API, without its recipient. */
export type Outgoing = { readonly message: GraphMessage } | { readonly sender_action: 'typing_on' };
