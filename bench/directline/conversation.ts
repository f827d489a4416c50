import { Agent } from 'node:http';
import WebSocket from 'ws';
import { HomeBrowser, homeAddress } from '../../test/support/homeBrowser.ts';

/** Lets go of an idle connection before the server does, which closes it after five seconds. */
const agent = new Agent({ keepAlive: true, maxSockets: 64, timeout: 3000 });

type Answer = {
  readonly token: string;
  readonly conversationId: string;
  readonly streamUrl: string;
};
type Frame = {
  readonly activities: readonly { readonly type: string; readonly from: { role?: string } }[];
};

/** One reader: a conversation with its token, its socket and its own address on the loopback network. */
export class Conversation {
  readonly #browser: HomeBrowser;
  #token = '';
  #id = '';
  #socket: WebSocket | null = null;
  #answered: (() => void) | null = null;

  constructor(url: string, number: number) {
    this.#browser = new HomeBrowser(url, homeAddress(number));
  }

  /** Opens the chat as the page does, and waits for the greeting. */
  async open(): Promise<void> {
    const { token } = await this.#start('/tokens/generate');
    const started = await this.#start('/conversations', token);
    this.#token = started.token;
    this.#id = started.conversationId;
    const greeted = this.#nextAnswer();
    this.#socket = new WebSocket(started.streamUrl, {
      origin: this.#browser.origin,
      localAddress: this.#browser.address,
      perMessageDeflate: false,
    });
    this.#socket.on('message', (data) => this.#read(String(data)));
    this.#socket.on('error', (error) => {
      throw error;
    });
    await greeted;
  }

  /** Says it and waits for the answer on the socket; milliseconds between the two. */
  async ask(text: string): Promise<number> {
    const answered = this.#nextAnswer();
    const start = performance.now();
    await this.#send({ type: 'message', text, from: { id: 'x' } });
    await answered;
    return performance.now() - start;
  }

  /** Ends the conversation for good, as leaving a shared computer does. */
  async leave(): Promise<void> {
    await this.#send({ type: 'event', name: 'leave', from: { id: 'x' } });
    this.#socket?.terminate();
  }

  #nextAnswer(): Promise<void> {
    return new Promise((resolve) => {
      this.#answered = resolve;
    });
  }

  #read(data: string): void {
    if (data === '') return;
    const { activities } = JSON.parse(data) as Frame;
    if (activities.some(({ type, from }) => type === 'message' && from.role === 'bot'))
      this.#answered?.();
  }

  async #start(path: string, token?: string): Promise<Answer> {
    return JSON.parse(await this.#browser.post(`/v3/directline${path}`, {}, token)) as Answer;
  }

  async #send(activity: object): Promise<void> {
    const path = `/v3/directline/conversations/${this.#id}/activities`;
    // A pooled connection has one address; only opening a chat needs the reader's own.
    await this.#browser.post(path, activity, this.#token, agent);
  }
}
