import { Agent, request } from 'node:http';
import WebSocket from 'ws';

type Said = { readonly type: string; readonly text?: string; readonly from: { role?: string } };
type Answer = {
  readonly status: number;
  readonly cookies: readonly string[];
  readonly body: string;
};
type Started = {
  readonly token: string;
  readonly conversationId: string;
  readonly streamUrl: string;
};

/** Lets go of an idle connection before the server does, which closes it after five seconds. */
const agent = new Agent({ keepAlive: true, maxSockets: 128, timeout: 3_000 });

export type ReaderOptions = {
  readonly card: string;
  readonly password: string;
  /** Of the loopback network: what the bot takes for the reader's own. */
  readonly address: string;
};

/** One reader at home: an address, a browser with cookies, and a chat with its socket. */
export class Reader {
  readonly #url: string;
  readonly #options: ReaderOptions;
  readonly #cookies = new Map<string, string>();
  #chat: Started | null = null;
  #socket: WebSocket | null = null;
  #heard: (text: string) => void = () => undefined;

  constructor(url: string, options: ReaderOptions) {
    this.#url = url;
    this.#options = options;
  }

  /** Opens the chat as the page does, and waits for the greeting. */
  async open(): Promise<void> {
    const { token } = JSON.parse(await this.#post('/v3/directline/tokens/generate', {})) as Started;
    const path = '/v3/directline/conversations';
    this.#chat = JSON.parse(await this.#post(path, {}, token)) as Started;
    const greeted = this.#next();
    this.#socket = new WebSocket(this.#chat.streamUrl, {
      origin: this.#url,
      localAddress: this.#options.address,
      perMessageDeflate: false,
    });
    this.#socket.on('message', (data) => this.#read(String(data)));
    this.#socket.on('error', () => undefined);
    await greeted;
  }

  /** Asks for a check, signs in on the page, and hears the verdict in the chat. */
  async signIn(): Promise<void> {
    const link = /\/login\/[\w-]+/.exec(await this.ask('sprawdź, czy mogę dostać kod'))?.[0];
    if (!link) throw new Error('The bot gave no link.');
    // The link leads to the form, so that the ticket does not stay in the address bar.
    await this.#send('GET', link);
    const form = await this.#send('GET', '/login');
    const token = /name="token"\s+value="([^"]*)"/.exec(form.body)?.[1] ?? '';
    const welcomed = this.#next();
    const { card, password } = this.#options;
    const fields = new URLSearchParams({ token, card, password });
    const sent = await this.#send('POST', '/login', fields.toString(), {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    });
    if (sent.status >= 400) throw new Error(`/login answered ${sent.status}`);
    await welcomed;
  }

  /** What the bot says next, without being asked. */
  hear(): Promise<string> {
    return this.#next();
  }

  leave(): void {
    this.#socket?.terminate();
  }

  /** Says it and returns the first answer. */
  async ask(text: string): Promise<string> {
    const answer = this.#next();
    const activity = { type: 'message', text, from: { id: 'x' } };
    const { conversationId = '', token = '' } = this.#chat ?? {};
    await this.#post(`/v3/directline/conversations/${conversationId}/activities`, activity, token);
    return answer;
  }

  #next(): Promise<string> {
    return new Promise((resolve) => {
      this.#heard = resolve;
    });
  }

  #read(data: string): void {
    if (data === '') return;
    const { activities } = JSON.parse(data) as { activities: readonly Said[] };
    const said = activities.find(({ type, from }) => type === 'message' && from.role === 'bot');
    // The whole activity: the link to sign in may stand in a button.
    if (said) this.#heard(JSON.stringify(said));
  }

  async #post(path: string, body: object, token?: string): Promise<string> {
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const headers = { 'content-type': 'application/json', ...authorization };
    const answer = await this.#send('POST', path, JSON.stringify(body), headers);
    if (answer.status < 300) return answer.body;
    throw new Error(`${path} answered ${answer.status}: ${answer.body}`);
  }

  #send(
    method: string,
    path: string,
    body = '',
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return new Promise((resolve, reject) => {
      const sent = request(
        this.#url + path,
        {
          method,
          // A pooled connection has one address; a message is not counted by address.
          ...(path.endsWith('/activities') ? { agent } : { localAddress: this.#options.address }),
          headers: { origin: this.#url, ...headers, ...(cookie ? { cookie } : {}) },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => (text += part));
          response.on('end', () => {
            const cookies = response.headers['set-cookie'] ?? [];
            for (const line of cookies) this.#keep(line);
            resolve({ status: response.statusCode ?? 500, cookies, body: text });
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  #keep(line: string): void {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
    this.#cookies.set(name, value);
  }
}
