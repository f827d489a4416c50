import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendRequest, type SendRequest } from './sendRules.ts';

export const testPage = {
  pageId: '100200300400500',
  appSecret: '0123456789abcdef0123456789abcdef',
  pageToken: 'EAAPageTokenOfTheTests0123456789',
  verifyToken: 'a-verify-token-of-the-tests',
} as const;

/** How the Graph API treats the next requests. */
export type GraphManner =
  | { readonly kind: 'accepts' }
  | {
      readonly kind: 'refuses';
      readonly status: number;
      readonly code?: number;
      readonly subcode?: number;
    }
  /** Takes the request and ends the connection without an answer. */
  | { readonly kind: 'drops' }
  /** Takes the request and answers only when told to. */
  | { readonly kind: 'hangs' }
  | { readonly kind: 'redirects'; readonly to: string };

export type SentMessage = Extract<SendRequest, { message: unknown }>;

export type FakeGraph = {
  readonly url: string;
  /** What was taken, in order. */
  readonly sent: readonly SendRequest[];
  /** Requests that arrived, taken or not. */
  count(): number;
  /** Errors of Meta's kind that our requests deserved. */
  readonly refused: readonly string[];
  /** Messages to a reader, as the phone would show them. */
  messagesTo(userId: string): readonly SentMessage['message'][];
  textsTo(userId: string): readonly string[];
  /** The reader wrote, so the window is open until a day later. */
  hear(userId: string, at: number): void;
  behave(...next: readonly GraphManner[]): void;
  /** Answers what hangs. */
  release(): void;
  /** Resolves when `test` holds; looked at after each request. */
  until(test: () => boolean): Promise<void>;
  profile: Record<string, unknown>;
  close(): Promise<void>;
};

const day = 24 * 3_600_000;

/**
 * A small real server that answers as the Graph API does: it checks token, proof, recipient, window and
 * limits, and can be slow, fail, limit the rate or drop connections. `clock`: for the window.
 */
export async function startFakeGraph(clock: () => Date, port = 0): Promise<FakeGraph> {
  const sent: SendRequest[] = [];
  const refused: string[] = [];
  const heard = new Map<string, number>();
  const profile: Record<string, unknown> = {};
  let manners: GraphManner[] = [];
  let hanging: (() => void)[] = [];
  let watchers: { test: () => boolean; resolve: () => void }[] = [];
  let count = 0;

  const server = createServer((req, res) => void take(req, res));

  function answer(res: ServerResponse, status: number, body: unknown): void {
    res.writeHead(status, { 'content-type': 'application/json' });
    res.end(JSON.stringify(body));
  }

  function refuse(res: ServerResponse, status: number, code?: number, subcode?: number): void {
    refused.push(`${status}/${code ?? '-'}/${subcode ?? '-'}`);
    answer(res, status, {
      error: {
        message: 'said by the fake',
        type: 'OAuthException',
        ...(code === undefined ? {} : { code }),
        ...(subcode === undefined ? {} : { error_subcode: subcode }),
        fbtrace_id: 'trace',
      },
    });
  }

  async function take(req: IncomingMessage, res: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of req.setEncoding('utf8')) body += String(chunk);
    count += 1;
    const address = new URL(req.url ?? '', 'http://graph');
    const manner = manners.shift() ?? { kind: 'accepts' };
    if (manner.kind === 'drops') req.socket.destroy();
    else if (manner.kind === 'redirects') {
      res.writeHead(307, { location: manner.to });
      res.end();
    } else if (manner.kind === 'refuses') {
      refuse(res, manner.status, manner.code, manner.subcode);
    } else if (manner.kind === 'hangs') hanging.push(() => judge(req, res, address, body));
    else judge(req, res, address, body);
    look();
  }

  function judge(req: IncomingMessage, res: ServerResponse, address: URL, body: string): void {
    const proof = createHmac('sha256', testPage.appSecret).update(testPage.pageToken).digest('hex');
    if (req.headers.authorization !== `Bearer ${testPage.pageToken}`) return refuse(res, 401, 190);
    if (address.searchParams.get('appsecret_proof') !== proof) return refuse(res, 400, 100);
    if (address.pathname === '/v26.0/me/messenger_profile') return takeProfile(req, res, body);
    if (address.pathname !== `/v26.0/${testPage.pageId}/messages`) return refuse(res, 404, 803);
    const parsed = sendRequest.safeParse(JSON.parse(body));
    if (!parsed.success) return refuse(res, 400, 100);
    const { id } = parsed.data.recipient;
    const last = heard.get(id);
    if (last === undefined) return refuse(res, 400, 100, 2018001);
    if (clock().getTime() - last >= day) return refuse(res, 400, 10, 2018278);
    sent.push(parsed.data);
    answer(res, 200, { recipient_id: id, message_id: `m_${sent.length}` });
  }

  function takeProfile(req: IncomingMessage, res: ServerResponse, body: string): void {
    if (req.method === 'GET') return answer(res, 200, { data: [profile] });
    const parsed = JSON.parse(body) as Record<string, unknown>;
    if (req.method === 'DELETE') {
      for (const field of parsed['fields'] as string[]) Reflect.deleteProperty(profile, field);
    } else Object.assign(profile, parsed);
    answer(res, 200, { result: 'success' });
  }

  function look(): void {
    for (const { test, resolve } of watchers) if (test()) resolve();
    watchers = watchers.filter(({ test }) => !test());
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const messagesTo = (userId: string): readonly SentMessage['message'][] =>
    sent.flatMap((one) => ('message' in one && one.recipient.id === userId ? [one.message] : []));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    refused,
    profile,
    count: () => count,
    messagesTo,
    textsTo: (userId) => messagesTo(userId).map(textOf),
    hear: (userId, at) => void heard.set(userId, Math.max(at, heard.get(userId) ?? 0)),
    behave(...next) {
      manners = [...next];
    },
    release() {
      const waiting = hanging;
      hanging = [];
      for (const go of waiting) go();
      look();
    },
    until: (test) =>
      new Promise((resolve) => {
        if (test()) resolve();
        else watchers.push({ test, resolve });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What stands in the bubble. */
export function textOf(message: SentMessage['message']): string {
  if ('text' in message) return message.text;
  const { attachment } = message;
  return attachment.type === 'template' ? attachment.payload.text : attachment.payload.url;
}
