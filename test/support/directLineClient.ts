import { once } from 'node:events';
import WebSocket from 'ws';
import { pageOrigin } from './directLineServer.ts';

export type ShownActivity = {
  readonly type: string;
  readonly id: string;
  readonly text?: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly from: { readonly id: string; readonly role?: string };
  readonly replyToId?: string;
  readonly channelId: string;
  readonly conversation: { readonly id: string };
  readonly timestamp: string;
  readonly locale?: string;
  readonly textFormat?: string;
  readonly channelData?: Record<string, unknown>;
};

/** Everything an answer of the endpoint may have in its body. */
export type WireBody = {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
  readonly streamUrl: string;
  readonly referenceGrammarId: string;
  readonly id: string;
  readonly activities: readonly ShownActivity[];
  readonly watermark: string;
  readonly error: { readonly code: string; readonly message: string };
};

export type WireAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: WireBody;
};

export type WireRequest = {
  readonly token?: string;
  /** `null`: no Origin header at all. */
  readonly origin?: string | null;
  readonly body?: unknown;
  readonly rawBody?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** One request on the wire, as a page would send it. */
export async function call(
  url: string,
  method: string,
  path: string,
  { token, origin = pageOrigin, body, rawBody, headers = {} }: WireRequest = {},
): Promise<WireAnswer> {
  const payload = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(`${url}/v3/directline${path}`, {
    method,
    headers: {
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(origin === null ? {} : { origin }),
      ...headers,
    },
    ...(payload === undefined ? {} : { body: payload }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    text,
    // A test that reads a member which is not there sees undefined and fails by itself.
    body: (isJson && text !== '' ? JSON.parse(text) : {}) as WireBody,
  };
}

export async function generate(url: string, request: WireRequest = {}): Promise<WireBody> {
  const answer = await call(url, 'POST', '/tokens/generate', { body: {}, ...request });
  if (answer.status !== 200) throw new Error(`tokens/generate: ${answer.status} ${answer.text}`);
  return answer.body;
}

/** A conversation that was started the way a page does it. */
export async function open(url: string): Promise<WireBody> {
  const { token } = await generate(url);
  const answer = await call(url, 'POST', '/conversations', { token, body: { user: {} } });
  if (answer.status !== 201) throw new Error(`conversations: ${answer.status} ${answer.text}`);
  return answer.body;
}

export function send(
  url: string,
  { conversationId, token }: Pick<WireBody, 'conversationId' | 'token'>,
  activity: string | object,
): Promise<WireAnswer> {
  const body =
    typeof activity === 'string'
      ? { type: 'message', from: { id: 'whoever' }, text: activity }
      : activity;
  return call(url, 'POST', `/conversations/${conversationId}/activities`, { token, body });
}

export function poll(
  url: string,
  { conversationId, token }: Pick<WireBody, 'conversationId' | 'token'>,
  watermark?: string,
): Promise<WireAnswer> {
  const query = watermark === undefined ? '' : `?watermark=${watermark}`;
  return call(url, 'GET', `/conversations/${conversationId}/activities${query}`, {
    token,
    origin: null,
  });
}

/** Polls until `enough` holds: the greeting comes by itself, in its own time. */
export async function pollUntil(
  url: string,
  conversation: Pick<WireBody, 'conversationId' | 'token'>,
  enough: (activities: readonly ShownActivity[]) => boolean,
): Promise<readonly ShownActivity[]> {
  for (let tries = 0; tries < 500; tries += 1) {
    const { body } = await poll(url, conversation);
    if (enough(body.activities)) return body.activities;
  }
  throw new Error('the activities never came');
}

export type StreamFrame = {
  readonly activities: readonly ShownActivity[];
  readonly watermark: string;
};

export type Stream = {
  readonly socket: WebSocket;
  readonly frames: StreamFrame[];
  readonly activities: () => readonly ShownActivity[];
  /** Resolves when a frame makes `enough` hold. */
  until(enough: (activities: readonly ShownActivity[]) => boolean): Promise<void>;
  readonly closed: Promise<number>;
  /** Resolves when the server has read everything this client sent so far, pongs too. */
  settled(): Promise<void>;
};

/** Opens a stream; rejects with the status when the server refuses it. */
export async function listen(
  streamUrl: string,
  {
    origin = pageOrigin,
    ...options
  }: Omit<WebSocket.ClientOptions, 'origin'> & { origin?: string | null } = {},
): Promise<Stream> {
  const socket = new WebSocket(streamUrl, {
    ...options,
    ...(origin === null ? {} : { origin }),
  });
  const frames: StreamFrame[] = [];
  const activities = () => frames.flatMap((frame) => frame.activities);
  socket.on('message', (data: Buffer) => {
    frames.push(JSON.parse(data.toString()) as StreamFrame);
    socket.emit('frame');
  });
  socket.on('error', () => undefined);
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('unexpected-response', (request, response) => {
      request.destroy();
      reject(new Error(`refused with ${response.statusCode ?? 0}`));
    });
    void closed.then((code) => reject(new Error(`closed with ${code}`)));
  });
  return {
    socket,
    frames,
    activities,
    closed,
    async settled() {
      const answered = once(socket, 'pong');
      socket.ping();
      await answered;
    },
    async until(enough) {
      while (!enough(activities())) await once(socket, 'frame');
    },
  };
}

export const textsOf = (activities: readonly ShownActivity[]): (string | undefined)[] =>
  activities.map(({ text }) => text);
