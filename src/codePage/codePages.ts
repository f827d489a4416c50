import type { Request, Response, Server } from 'restify';
import type { Clock } from '../clock.ts';
import { html } from '../http/index.ts';
import { pageHeaders, pageLayout, type Page, type PageFrame } from '../signin/index.ts';
import { isDatabaseAway, tryAgainAfter, type KeyedRecords } from '../storage/index.ts';
import type { Say } from '../text/index.ts';
import { nameOf, newLinkSecret, seal, unseal, type SealedCode } from './sealedCode.ts';

const lifetime = 5 * 60_000;

export type CodePages = {
  /** The address of a page that shows the code once, within five minutes. */
  create(code: string): Promise<string>;
  mount(server: Server): void;
  purge(now: Date): Promise<number>;
  close(): Promise<void>;
};

export type CodePagesOptions = {
  readonly records: KeyedRecords<SealedCode>;
  readonly clock: Clock;
  readonly publicUrl: string;
  readonly say: Say;
  readonly frame: PageFrame;
};

/**
 * Pages that show a code which is not to be written into a chat. Opening one changes nothing, because
 * Meta's crawler opens links, too; the button on it takes the code out of the records.
 */
export function createCodePages(options: CodePagesOptions): CodePages {
  const { records, clock, publicUrl, say, frame } = options;
  const gone = [410, noticePage(say('codePage.goneTitle'), say('codePage.gone'))] as const;
  const away = noticePage(say('codePage.awayTitle'), say('codePage.away'));

  async function take(secret: string): Promise<string | null> {
    let taken: SealedCode | null = null;
    await records.update(nameOf(secret), (current) => {
      taken = current;
      return null;
    });
    // The compiler does not see that the callback above has run.
    const sealed = taken as SealedCode | null;
    return sealed && unseal(sealed, secret);
  }

  function send(response: Response, status: number, page: Page): void {
    const headers = { ...pageHeaders(publicUrl), 'Referrer-Policy': 'no-referrer' };
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.writeHead(status);
    response.end(pageLayout(frame, page));
  }

  /** Answers with what `answer` finds; while the records cannot be reached it says so. */
  function route(answer: (secret: string) => Promise<readonly [status: number, page: Page]>) {
    return async (request: Request, response: Response): Promise<void> => {
      try {
        send(response, ...(await answer(String(request.params.secret))));
      } catch (error) {
        if (!isDatabaseAway(error)) throw error;
        response.setHeader('Retry-After', String(tryAgainAfter));
        send(response, 503, away);
      }
    };
  }

  return {
    async create(code) {
      const secret = newLinkSecret();
      const expiresAt = new Date(clock().getTime() + lifetime);
      await records.put(nameOf(secret), seal(code, secret), expiresAt);
      return `${publicUrl}/kod/${secret}`;
    },
    mount(server) {
      server.get(
        '/kod/:secret',
        route(async (secret) =>
          (await records.get(nameOf(secret))) ? [200, closedPage(say, secret)] : gone,
        ),
      );
      server.post(
        '/kod/:secret',
        route(async (secret) => {
          const code = await take(secret);
          return code === null ? gone : [200, openPage(say, code)];
        }),
      );
    },
    purge: (now) => records.purge(now),
    close: () => records.close(),
  };
}

function closedPage(say: Say, secret: string): Page {
  const title = say('codePage.title');
  return {
    title,
    content: html`<h1>${title}</h1>
      <p>${say('codePage.intro')}</p>
      <form method="post" action="/kod/${secret}">
        <button type="submit">${say('codePage.show')}</button>
      </form>`,
  };
}

function openPage(say: Say, code: string): Page {
  const title = say('codePage.title');
  return {
    title,
    content: html`<h1>${title}</h1>
      <p class="code"><span class="hidden">${say('codePage.label')}: </span>${code}</p>
      <p>${say('codePage.next')}</p>`,
  };
}

function noticePage(title: string, text: string): Page {
  return {
    title,
    content: html`<h1>${title}</h1>
      <p>${text}</p>`,
  };
}
