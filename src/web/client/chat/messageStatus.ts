import { messageTime } from './messageTime.ts';
import { reactElement } from './reactElement.ts';
import type { ActivityStatusMiddleware } from './webChatTypes.ts';

/** Says below a message when it was sent. `sentAt` is what is read aloud, with "#" for the time. */
export function messageStatus(sentAt: string): ActivityStatusMiddleware {
  return () => (next) => (request) => {
    const { activity, hideTimestamp, sendState } = request;
    if (sendState === 'sending' || sendState === 'send failed') return next(request);
    if (!activity.timestamp) return reactElement('span', {});
    const time = messageTime(activity.timestamp, new Date());
    return reactElement('time', {
      className: hideTimestamp ? 'only-read' : 'message-time',
      dateTime: activity.timestamp,
      children: [
        reactElement(
          'span',
          { className: 'only-read', children: sentAt.replace('#', time) },
          'read',
        ),
        reactElement('span', { 'aria-hidden': true, children: time }, 'seen'),
      ],
    });
  };
}
