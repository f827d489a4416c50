import type { Attachment, CardAction } from 'botbuilder';
import { z } from 'zod';
import { limits, type GraphMessage, type TemplateButton } from './outgoing.ts';
import { clipText, splitText } from './splitText.ts';
import { UnsendableError } from './unsendable.ts';

const action = z.object({ type: z.string(), title: z.string(), value: z.unknown() });

const card = z.object({
  title: z.string().optional(),
  subtitle: z.string().optional(),
  text: z.string().optional(),
  buttons: z.array(action).default([]),
});

const adaptiveCard = z.object({
  fallbackText: z.string().min(1),
  actions: z
    .array(z.object({ type: z.string(), title: z.string(), url: z.string().optional() }))
    .default([]),
});

/** The messages of an attachment. `ownOrigin`: the only place from which pictures are shown. */
export function attachmentMessages(
  { contentType, content, contentUrl }: Attachment,
  ownOrigin: string,
): readonly GraphMessage[] {
  const kind = contentType.replace('application/vnd.microsoft.card.', '');
  switch (kind) {
    case 'hero':
    case 'thumbnail':
    case 'signin':
    case 'oauth': {
      const { title, subtitle, text, buttons } = card.parse(content);
      const words = [title, subtitle, text].filter((line) => line !== undefined && line !== '');
      return buttonTemplates(words.join('\n'), buttons.map(buttonOf));
    }
    case 'adaptive': {
      const parsed = adaptiveCard.safeParse(content);
      if (!parsed.success) throw new UnsendableError('an adaptive card without fallbackText');
      const { fallbackText, actions } = parsed.data;
      return buttonTemplates(
        fallbackText,
        actions.map(({ type, title, url }) =>
          type === 'Action.OpenUrl' && url !== undefined
            ? webButton(title, url)
            : postbackButton(title, title),
        ),
      );
    }
    default:
      return [picture(contentType, contentUrl, ownOrigin)];
  }
}

/** A text with as many button templates as the buttons need; the last ones hold the end of the text. */
function buttonTemplates(
  text: string,
  buttons: readonly TemplateButton[],
): readonly GraphMessage[] {
  if (buttons.length === 0) return splitText(text, limits.text).map((piece) => ({ text: piece }));
  if (text === '') throw new UnsendableError('buttons without a text');
  const groups = groupsOf(buttons, limits.templateButtons);
  const pieces = text.length > limits.templateText ? splitText(text, limits.templateText) : [text];
  const last = pieces.at(-1) ?? text;
  return [
    ...joined(pieces.slice(0, -1)).map((piece) => ({ text: piece })),
    ...groups.map((group, index) => template(index === 0 ? last : '⋯', group)),
  ];
}

/** Pieces of a template's length put together again, because a plain message may be longer. */
function joined(pieces: readonly string[]): readonly string[] {
  return pieces.length === 0 ? [] : splitText(pieces.join('\n'), limits.text);
}

function template(text: string, buttons: readonly TemplateButton[]): GraphMessage {
  return {
    attachment: { type: 'template', payload: { template_type: 'button', text, buttons } },
  };
}

function buttonOf({ type, title, value }: Pick<CardAction, 'type' | 'title' | 'value'>) {
  const target = typeof value === 'string' ? value : title;
  switch (type) {
    case 'openUrl':
    case 'signin':
      return webButton(title, target);
    case 'call':
      return {
        type: 'phone_number',
        title: titleOf(title),
        payload: target,
      } as const;
    default:
      return postbackButton(title, target);
  }
}

function webButton(title: string, url: string): TemplateButton {
  return { type: 'web_url', title: titleOf(title), url };
}

function postbackButton(title: string, payload: string): TemplateButton {
  if (payload.length > limits.payload) throw new UnsendableError('a button with a long payload');
  return { type: 'postback', title: titleOf(title), payload };
}

function titleOf(title: string): string {
  return clipText(title, limits.buttonTitle);
}

function picture(contentType: string, address: string | undefined, ownOrigin: string) {
  const isOwn =
    address !== undefined && URL.canParse(address) && new URL(address).origin === ownOrigin;
  if (!contentType.startsWith('image/') || !isOwn || !address.startsWith('https:')) {
    throw new UnsendableError(`an attachment "${contentType}" that is no picture of this server`);
  }
  return { attachment: { type: 'image', payload: { url: address } } } as const;
}

function groupsOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_none, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
