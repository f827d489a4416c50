import { codeOf, spelled } from './code.ts';
import { messageTextTag } from './messageText.ts';
import { pageLinks } from './pageLinks.ts';
import { reactElement } from './reactElement.ts';
import type { Activity, AttachmentMiddleware } from './webChatTypes.ts';

/** Web Chat reads `text` aloud, so a code is spelled there; what is shown is kept beside it. */
export function readable(activity: Activity): Activity {
  if (activity.type !== 'message' || activity.text === undefined) return activity;
  const code = codeOf(activity);
  const text = code ? activity.text.replace(code.grouped, spelled(code)) : activity.text;
  return {
    ...activity,
    text,
    textFormat: 'plain',
    channelData: { ...activity.channelData, shown: activity.text },
  };
}

/** Draws the text of a message that went through `readable`, with its code and its links. */
export const shownMessage: AttachmentMiddleware = () => (next) => (request) => {
  const { activity, attachment } = request;
  const card = pageLinks(attachment);
  if (card) {
    return reactElement(messageTextTag, { text: card.text, links: JSON.stringify(card.links) });
  }
  const shown = activity.channelData?.['shown'];
  if (typeof shown !== 'string' || !attachment.contentType.startsWith('text/'))
    return next(request);
  return reactElement(messageTextTag, { text: shown, code: JSON.stringify(codeOf(activity)) });
};
