import { createServer } from 'node:http';
import { freePort } from './freePort.ts';

export type HostPage = {
  readonly url: string;
  /** Puts other content on the page. */
  show(body: string, policy?: string): void;
  stop(): Promise<void>;
};

/** What a careful library's page allows: its own origin, and of the chat only the loader and the frame. */
export function strictPolicy(chatUrl: string): string {
  return (
    `default-src 'none'; script-src ${chatUrl}; frame-src ${chatUrl}; base-uri 'none'; ` +
    `require-trusted-types-for 'script'`
  );
}

/** A library's website on an origin of its own. */
export async function startHostPage(port?: number): Promise<HostPage> {
  let content = '';
  let headers: Readonly<Record<string, string>> = {};
  const server = createServer((request, response) => {
    const isPage = request.url === '/';
    response.writeHead(isPage ? 200 : 404, {
      'Content-Type': 'text/html; charset=utf-8',
      ...headers,
    });
    response.end(isPage ? content : '');
  });
  const listening = port ?? (await freePort());
  await new Promise<void>((resolve) => server.listen(listening, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${listening}`,
    show(body, policy) {
      headers = policy ? { 'Content-Security-Policy': policy } : {};
      content =
        '<!doctype html><html lang="pl"><head><title>Biblioteka</title></head>' +
        `<body>${body}</body></html>`;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
