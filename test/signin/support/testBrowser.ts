/** What a browser shows after a request. */
export type Shown = {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  readonly title: string;
};

export type TestBrowserOptions = {
  /** Where the server really listens. */
  readonly server: string;
  /** The origin that the browser believes in. */
  readonly origin: string;
  /** Sent as `X-Forwarded-For`, which the test server believes. */
  readonly address?: string;
};

/**
 * A browser as far as sign-in can tell: keeps cookies, follows redirects, sends back the hidden
 * fields of the form it was shown, and says where a form comes from.
 */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  readonly #options: TestBrowserOptions;
  #form = '';

  constructor(options: TestBrowserOptions) {
    this.#options = options;
  }

  /** Opens an address, absolute or relative, and follows redirects. */
  async open(address: string): Promise<Shown> {
    return this.#follow(await this.request(address));
  }

  /** Sends the sign-in form that was shown last. */
  async signIn({ card, password }: { card: string; password: string }): Promise<Shown> {
    return this.post('/login', { token: this.#token(), card, password });
  }

  /** Presses "this is not me" on the page that was shown last. */
  async cancel(): Promise<Shown> {
    return this.post('/login/cancel', { token: this.#token() });
  }

  async post(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Shown> {
    const answer = await this.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: this.#options.origin,
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
    });
    return this.#follow(answer);
  }

  /** One request, no redirect followed; cookies are kept. */
  async request(address: string, init: RequestInit = {}): Promise<Response> {
    const { server, origin, address: client } = this.#options;
    const { pathname, search } = new URL(address, origin);
    const headers = new Headers(init.headers);
    if (client !== undefined) headers.set('x-forwarded-for', client);
    if (this.cookies.size > 0) headers.set('cookie', this.cookieHeader());
    const answer = await fetch(server + pathname + search, {
      ...init,
      headers,
      redirect: 'manual',
    });
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    return answer;
  }

  async #follow(answer: Response): Promise<Shown> {
    const location = answer.headers.get('location');
    if (answer.status === 303 && location) {
      await answer.arrayBuffer();
      return this.open(location);
    }
    const html = await answer.text();
    this.#form = html;
    const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
    return { status: answer.status, headers: answer.headers, html, title };
  }

  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Keeps a cookie as browsers do: the prefix is only believed with what belongs to it. */
  keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const [name = '', value = ''] = pair.split('=');
    const isHostCookie = attributes.includes('Secure') && attributes.includes('Path=/');
    if (name.startsWith('__Host-') && !isHostCookie) return;
    this.cookies.set(name, value);
  }

  #token(): string {
    return tokenOf(this.#form);
  }
}

/** The hidden token of a sign-in form; empty when there is no form. */
export function tokenOf(html: string): string {
  return /name="token"\s+value="([^"]*)"/.exec(html)?.[1] ?? '';
}

/** The code that a page shows; `null` when it shows none. */
export function codeOn(html: string): string | null {
  const [, first, second] = /(\d{3}) (\d{3})\s*<\/p>/.exec(html) ?? [];
  return first && second ? first + second : null;
}
