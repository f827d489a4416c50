import WebSocket from 'ws';
import type { WireBody } from '../../support/directLineClient.ts';
import type { HomeBrowser } from '../../support/homeBrowser.ts';

/** A message of the bot, as far as a reader acts on it. */
export type Heard = {
  readonly id: string;
  readonly type: string;
  readonly label?: string;
  readonly text?: string;
  readonly from: { readonly role?: string };
  readonly channelData?: { readonly code?: { readonly plain: string } };
};

/** The connection broke, or nothing came: whoever waits looks again and asks again. */
export class Lost extends Error {}

const directLine = '/v3/directline';
/** After so long without an answer a reader asks again; a chat's lease of a dead process is over then. */
const patience = 20_000;

/**
 * A chat by the protocol of the page's client: a broken connection is opened again where it ended, and
 * no message is heard twice. All methods reject with `Lost` while nothing can be reached.
 */
export class ReconnectingChat {
  readonly #browser: HomeBrowser;
  #chat: WireBody | null = null;
  #socket: WebSocket | null = null;
  #watermark = '';
  #seen = new Set<string>();
  /** Heard and not yet taken. */
  #unread: Heard[] = [];
  #wake: () => void = () => undefined;

  constructor(browser: HomeBrowser) {
    this.#browser = browser;
  }

  /** Opens the chat, or its connection where it ended; does nothing while there is one. */
  async connect(): Promise<void> {
    if (this.#socket?.readyState === WebSocket.OPEN) return;
    const chat = this.#chat ?? (await this.#begin());
    const watermark = this.#watermark === '' ? '' : `?watermark=${this.#watermark}`;
    const path = `${directLine}/conversations/${chat.conversationId}${watermark}`;
    const again = await lostIfFailed(() =>
      this.#browser.send('GET', path, { headers: { authorization: `Bearer ${chat.token}` } }),
    );
    if (again.status !== 200) throw new Lost(`${path} answered ${again.status}: ${again.body}`);
    const { streamUrl } = JSON.parse(again.body) as WireBody;
    await this.#listen(streamUrl);
  }

  async say(text: string): Promise<void> {
    const { conversationId = '', token = '' } = this.#chat ?? {};
    const path = `${directLine}/conversations/${conversationId}/activities`;
    await this.#post(path, { type: 'message', text, from: { id: 'x' } }, token);
  }

  /** The next message of the bot; waits for one. */
  async next(): Promise<Heard> {
    const giveUp = AbortSignal.timeout(patience);
    for (;;) {
      const heard = this.#unread.shift();
      if (heard) return heard;
      if (giveUp.aborted) throw new Lost('No answer came.');
      if (this.#socket?.readyState !== WebSocket.OPEN) throw new Lost('The connection is gone.');
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        giveUp.addEventListener('abort', () => resolve(), { once: true });
      });
    }
  }

  /** The connection breaks, as a phone's does in a tunnel. */
  breakConnection(): void {
    this.#socket?.terminate();
  }

  /** The next connection is one of another chat. */
  leave(): void {
    this.#socket?.terminate();
    this.#chat = null;
    this.#watermark = '';
  }

  async #begin(): Promise<WireBody> {
    const { token } = await this.#post(`${directLine}/tokens/generate`, {});
    this.#chat = await this.#post(`${directLine}/conversations`, {}, token);
    return this.#chat;
  }

  async #listen(streamUrl: string): Promise<void> {
    const socket = new WebSocket(streamUrl, {
      origin: this.#browser.origin,
      localAddress: this.#browser.address,
      perMessageDeflate: false,
    });
    socket.on('message', (data) => this.#read(String(data)));
    socket.on('close', () => this.#wake());
    await lostIfFailed(
      () =>
        new Promise((resolve, reject) => {
          socket.once('open', resolve);
          socket.on('error', reject);
        }),
    );
    this.#socket = socket;
  }

  #read(data: string): void {
    if (data === '') return;
    const frame = JSON.parse(data) as { activities: readonly Heard[]; watermark: string };
    this.#watermark = frame.watermark;
    for (const heard of frame.activities) {
      if (heard.type !== 'message' || heard.from.role !== 'bot' || this.#seen.has(heard.id))
        continue;
      this.#seen.add(heard.id);
      this.#unread.push(heard);
    }
    this.#wake();
  }

  async #post(path: string, body: object, token?: string): Promise<WireBody> {
    const text = await lostIfFailed(() => this.#browser.post(path, body, token));
    return JSON.parse(text) as WireBody;
  }
}

/** Rejects with `Lost`, however the request fails. */
export async function lostIfFailed<Result>(request: () => Promise<Result>): Promise<Result> {
  try {
    return await request();
  } catch (error) {
    throw new Lost(String(error));
  }
}
