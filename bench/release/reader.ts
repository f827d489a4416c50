import { Agent } from 'node:http';
import WebSocket from 'ws';
import { HomeBrowser } from '../../test/support/homeBrowser.ts';

type Said = {
  readonly type: string;
  readonly label?: string;
  readonly from: { role?: string };
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
  readonly #browser: HomeBrowser;
  readonly #options: ReaderOptions;
  #chat: Started | null = null;
  #socket: WebSocket | null = null;
  #hear: (said: Said) => void = () => undefined;

  constructor(url: string, options: ReaderOptions) {
    this.#browser = new HomeBrowser(url, options.address);
    this.#options = options;
  }

  /** Opens the chat as the page does, and waits for the greeting. */
  async open(): Promise<void> {
    const browser = this.#browser;
    const { token } = JSON.parse(
      await browser.post('/v3/directline/tokens/generate', {}),
    ) as Started;
    const path = '/v3/directline/conversations';
    this.#chat = JSON.parse(await browser.post(path, {}, token)) as Started;
    const greeted = this.#next();
    this.#socket = new WebSocket(this.#chat.streamUrl, {
      origin: browser.origin,
      localAddress: browser.address,
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
    const verdict = this.#next((said) => said.label !== 'signIn.signedIn');
    await this.#browser.signIn(link, this.#options.card, this.#options.password);
    await verdict;
  }

  leave(): void {
    this.#socket?.terminate();
  }

  /** Says it and returns the first answer. */
  async ask(text: string): Promise<string> {
    const answer = this.#next();
    const activity = { type: 'message', text, from: { id: 'x' } };
    const { conversationId = '', token = '' } = this.#chat ?? {};
    const path = `/v3/directline/conversations/${conversationId}/activities`;
    // A pooled connection has one address; a message is not counted by address.
    await this.#browser.post(path, activity, token, agent);
    return answer;
  }

  #next(isAwaited: (said: Said) => boolean = () => true): Promise<string> {
    return new Promise((resolve) => {
      this.#hear = (said) => {
        // The whole activity: the link to sign in may stand in a button.
        if (isAwaited(said)) resolve(JSON.stringify(said));
      };
    });
  }

  #read(data: string): void {
    if (data === '') return;
    const { activities } = JSON.parse(data) as { activities: readonly Said[] };
    const said = activities.find(({ type, from }) => type === 'message' && from.role === 'bot');
    if (said) this.#hear(said);
  }
}
