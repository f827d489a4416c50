/** A browser without scripts on the sign-in page, with cookies of its own. */
export type PageVisitor = {
  /** Follows the link of a chat; returns the page it leads to. */
  open(link: string): Promise<string>;
  /** Signs in on the page that is open; returns the page that follows. */
  signIn(card: string, password: string): Promise<string>;
};

/** `cookies`: what the browser holds already, such as that of a web chat. */
export function visitSignInPage(
  origin: string,
  cookies: Map<string, string> = new Map(),
): PageVisitor {
  async function request(address: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(new URL(address, origin), {
      ...init,
      redirect: 'manual',
      headers: {
        ...init.headers,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    return response;
  }

  const page = async (): Promise<string> => (await request('/login')).text();

  return {
    async open(link) {
      await request(link);
      return page();
    },
    async signIn(card, password) {
      const token = /name="token" value="([^"]+)"/.exec(await page())?.[1] ?? '';
      await request('/login', {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          origin,
          'sec-fetch-site': 'same-origin',
        },
        body: new URLSearchParams({ token, card, password }),
      });
      return page();
    },
  };
}

/** The six digits that a page shows; empty when it shows none. */
export function digitsOn(page: string): string {
  const digits = /\b(\d{3})\s?(\d{3})\b/.exec(page.replace(/<[^>]+>/g, ''));
  return `${digits?.[1] ?? ''}${digits?.[2] ?? ''}`;
}
