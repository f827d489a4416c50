import type { Attachment } from './webChatTypes.ts';

export type PageLink = { readonly title: string; readonly url: string };

/**
 * Text and links of a card that holds nothing else, or null. Shown as true links they can be read out,
 * copied and opened in any way a browser knows, and no pop-up blocker stops them.
 */
export function pageLinks(attachment: Attachment): { text: string; links: PageLink[] } | null {
  if (attachment.contentType !== 'application/vnd.microsoft.card.hero') return null;
  // Cards come from our own bot over the bot's own wire format.
  const card = attachment.content as {
    text?: string;
    title?: string;
    images?: readonly unknown[];
    buttons?: readonly { type: string; title: string; value: string }[];
  };
  const { text = '', title, images = [], buttons = [] } = card;
  const isWebPage = ({ type, value }: { type: string; value: string }): boolean =>
    type === 'openUrl' && /^https?:\/\//.test(value);
  if (title || images.length > 0 || buttons.length === 0 || !buttons.every(isWebPage)) return null;
  return { text, links: buttons.map((button) => ({ title: button.title, url: button.value })) };
}
