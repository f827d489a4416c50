import { request, type Agent } from 'node:http';

export type HomeRequest = {
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A pool of connections, which then have one address. Default: a connection of its own. */
  readonly agent?: Agent;
};

export type HomeAnswer = { readonly status: number; readonly body: string };

/** A browser at a reader's home: cookies, and an address that the bot takes for the reader's own. */
export class HomeBrowser {
  readonly origin: string;
  /** Of the loopback network. */
  readonly address: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string, address: string) {
    this.origin = origin;
    this.address = address;
  }

  /** Rejects when the connection breaks before the whole answer is there. */
  send(method: string, path: string, options: HomeRequest = {}): Promise<HomeAnswer> {
    const { body = '', headers = {}, agent } = options;
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return new Promise((resolve, reject) => {
      const sent = request(
        this.origin + path,
        {
          method,
          ...(agent ? { agent } : { localAddress: this.address, agent: false }),
          headers: { origin: this.origin, ...headers, ...(cookie ? { cookie } : {}) },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => (text += part));
          response.on('error', reject);
          response.on('end', () => {
            for (const line of response.headers['set-cookie'] ?? []) this.#keep(line);
            resolve({ status: response.statusCode ?? 500, body: text });
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /** Posts JSON and returns the answer's body. Rejects also when it is refused. */
  async post(path: string, body: object, token?: string, agent?: Agent): Promise<string> {
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const answer = await this.send('POST', path, {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...authorization },
      ...(agent ? { agent } : {}),
    });
    if (answer.status < 300) return answer.body;
    throw new Error(`${path} answered ${answer.status}: ${answer.body}`);
  }

  /** Follows the link of a chat to the sign-in page and signs in. Rejects when the form is refused. */
  async signIn(link: string, card: string, password: string): Promise<void> {
    // The link leads to the form, so that the ticket does not stay in the address bar.
    await this.send('GET', link);
    const form = await this.send('GET', '/login');
    const token = /name="token"\s+value="([^"]*)"/.exec(form.body)?.[1] ?? '';
    const answer = await this.send('POST', '/login', {
      body: new URLSearchParams({ token, card, password }).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
    });
    if (answer.status >= 400) throw new Error(`/login answered ${answer.status}: ${answer.body}`);
  }

  #keep(line: string): void {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
    this.#cookies.set(name, value);
  }
}

/** The address of a home: four readers share one, because no address may open many chats a minute. */
export function homeAddress(number: number): string {
  const block = Math.floor(number / 4) + 1;
  return `127.2.${Math.floor(block / 250)}.${(block % 250) + 1}`;
}
