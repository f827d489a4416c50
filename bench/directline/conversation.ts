import { Agent, request } from 'node:http';
import WebSocket from 'ws';

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
  readonly #url: string;
  readonly #address: string;
  #token = '';
  #id = '';
  #socket: WebSocket | null = null;
  #answered: (() => void) | null = null;

  constructor(url: string, number: number) {
    this.#url = url;
    // Eight readers an address: the endpoint lets no address open many chats a minute.
    const block = Math.floor(number / 8) + 1;
    this.#address = `127.1.${Math.floor(block / 250)}.${(block % 250) + 1}`;
  }

  /** Opens the chat as the page does, and waits for the greeting. */
  async open(): Promise<void> {
    const { token } = await this.#post<Answer>('/tokens/generate', {});
    this.#token = token;
    const started = await this.#post<Answer>('/conversations', {});
    this.#token = started.token;
    this.#id = started.conversationId;
    const greeted = this.#nextAnswer();
    this.#socket = new WebSocket(started.streamUrl, {
      origin: this.#url,
      localAddress: this.#address,
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
    await this.#post(`/conversations/${this.#id}/activities`, {
      type: 'message',
      text,
      from: { id: 'x' },
    });
    await answered;
    return performance.now() - start;
  }

  /** Ends the conversation for good, as leaving a shared computer does. */
  async leave(): Promise<void> {
    const activity = { type: 'event', name: 'leave', from: { id: 'x' } };
    await this.#post(`/conversations/${this.#id}/activities`, activity);
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

  #post<Body>(path: string, body: unknown): Promise<Body> {
    return new Promise((resolve, reject) => {
      const sent = request(
        `${this.#url}/v3/directline${path}`,
        {
          method: 'POST',
          // A pooled connection has one address; only opening a chat needs the reader's own.
          ...(path.endsWith('/activities') ? { agent } : { localAddress: this.#address }),
          headers: {
            'content-type': 'application/json',
            origin: this.#url,
            ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
          },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => (text += part));
          response.on('end', () => {
            if ((response.statusCode ?? 500) < 300) resolve(JSON.parse(text || '{}') as Body);
            else reject(new Error(`${path} answered ${response.statusCode}: ${text}`));
          });
        },
      );
      sent.on('error', reject);
      sent.end(JSON.stringify(body));
    });
  }
}
