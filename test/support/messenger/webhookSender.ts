import { createHmac } from 'node:crypto';
import { testPage } from './fakeGraph.ts';

export type Delivery = { readonly status: number; readonly text: string };

/** Meta's side of the webhook: signs, and can repeat, reorder, batch and forge. */
export type WebhookSender = {
  /** Delivers one batch of events; numbers them as Meta does. */
  deliver(...events: readonly object[]): Promise<Delivery>;
  /** Posts these bytes with this signature header, or with the right one. */
  post(body: string, signature?: string | null): Promise<Delivery>;
};

export function webhookSender(webhook: string): WebhookSender {
  async function post(body: string, signature?: string | null): Promise<Delivery> {
    const header = signature === undefined ? signatureOf(body) : signature;
    const response = await fetch(webhook, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(header === null ? {} : { 'x-hub-signature-256': header }),
      },
      body,
    });
    return { status: response.status, text: await response.text() };
  }

  return { post, deliver: (...events) => post(JSON.stringify(notice(events))) };
}

export function signatureOf(body: string, secret: string = testPage.appSecret): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

export function notice(events: readonly object[], pageId: string = testPage.pageId): object {
  return { object: 'page', entry: [{ id: pageId, time: 1, messaging: events }] };
}

/** A reader's event; `more` overrides what stands in it. */
export function eventOf(userId: string, at: number, more: object): object {
  return {
    sender: { id: userId },
    recipient: { id: testPage.pageId },
    timestamp: at,
    ...more,
  };
}

export const textEvent = (userId: string, at: number, mid: string, text: string): object =>
  eventOf(userId, at, { message: { mid, text } });

export const quickReplyEvent = (
  userId: string,
  at: number,
  mid: string,
  title: string,
  payload: string,
): object => eventOf(userId, at, { message: { mid, text: title, quick_reply: { payload } } });

export const postbackEvent = (
  userId: string,
  at: number,
  mid: string,
  title: string,
  payload: string,
): object => eventOf(userId, at, { postback: { mid, title, payload } });
