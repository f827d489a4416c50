import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Request, RequestHandler, Response, Server } from 'restify';
import { openBrowserFiles, type BrowserFile } from './browserFiles.ts';
import { chatPage } from './chatPage.ts';
import { readColour } from './colours.ts';
import { bestEncoding, type Encoding } from './contentEncoding.ts';
import { demoPage } from './demoPage.ts';
import { sendPage } from './page.ts';
import { privacyPage } from './privacyPage.ts';
import type { WebOptions } from './webOptions.ts';
import { widgetScript } from './widgetScript.ts';

const yearInSeconds = 31_536_000;
/** How long a library's page may run an older loader after an update. */
const loaderSeconds = 300;

/**
 * Registers what browsers load: the loader `/widget.js`, the chat page `/chat`, its files below
 * `/assets/`, the privacy notice, and at `/` the demo page. Throws a `BrowserFilesError` when the build
 * did not make them.
 */
export function mountWeb(server: Server, options: WebOptions): void {
  const files = openBrowserFiles(options.assetsFolder);
  const loader = widgetScript(files.loader, options);
  const { demo } = options;
  // Watchers and link checkers ask with HEAD. RFC 9110, section 9.1.
  const show = (path: string, handler: RequestHandler): void => {
    server.get(path, handler);
    server.head(path, handler);
  };

  show('/', async (request: Request, response: Response) => {
    if (!demo) redirect(response, '/chat');
    // A browser keeps cookies by host name: on another name of this machine the sign-in would fail.
    else if (!isHost(request, options.publicUrl)) redirect(response, `${options.publicUrl}/`);
    else sendPage(response, demoPage(options, demo, files));
  });

  show('/chat', async (request: Request, response: Response) => {
    const query = new URLSearchParams(request.getQuery());
    const view = {
      nonce: randomBytes(16).toString('base64url'),
      colour: readColour(query.get('colour') ?? undefined),
      isShared: query.get('kiosk') === '1' || options.isSharedComputer(request),
      subject: query.get('greeting'),
    };
    sendPage(response, chatPage(options, files, view));
  });

  // What the page asks for when a conversation ends on a shared computer.
  server.post('/chat/left', async (request: Request, response: Response) => {
    // No other site may sign our readers out of a chat.
    const isOwn = ['same-origin', undefined].includes(header(request, 'sec-fetch-site'));
    if (isOwn) options.forgetBrowser(response);
    // The pages hold nothing that a cache could keep: only what scripts may have stored is cleared.
    if (isOwn) response.setHeader('Clear-Site-Data', '"storage"');
    response.writeHead(isOwn ? 204 : 403);
    response.end();
  });

  show(options.library.privacyPage, async (_request: Request, response: Response) => {
    sendPage(response, privacyPage(options, files));
  });

  show('/widget.js', async (request: Request, response: Response) => {
    response.setHeader('ETag', loader.tag);
    response.setHeader('Cache-Control', `public, max-age=${loaderSeconds}`);
    // Pages of other origins include it, also those that ask for proof that they may.
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Vary', 'Accept-Encoding');
    if (request.headers['if-none-match'] === loader.tag) {
      response.writeHead(304);
      response.end();
      return;
    }
    const encoding = encodingFor(request);
    sendFile(response, loader.read(encoding), encoding);
  });

  show('/assets/*', async (request: Request, response: Response) => {
    const encoding = encodingFor(request);
    const file = await files.read(request.getPath().slice('/assets/'.length), encoding);
    if (!file) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('Not Found');
      return;
    }
    response.setHeader('Cache-Control', `public, max-age=${yearInSeconds}, immutable`);
    response.setHeader('Vary', 'Accept-Encoding');
    sendFile(response, file, encoding);
  });
}

function encodingFor(request: Request): Encoding {
  return bestEncoding(header(request, 'accept-encoding'));
}

function header({ headers }: Request, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}

function isHost(request: Request, publicUrl: string): boolean {
  return request.headers.host === new URL(publicUrl).host;
}

function redirect(response: ServerResponse, to: string): void {
  response.writeHead(302, { Location: to });
  response.end();
}

function sendFile(response: ServerResponse, file: BrowserFile, encoding: Encoding): void {
  response.setHeader('Content-Type', file.contentType);
  response.setHeader('Content-Length', file.content.length);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.writeHead(200);
  response.end(file.content);
}
