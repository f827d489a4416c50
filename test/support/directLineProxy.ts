import {
  createServer,
  request as forward,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import WebSocket, { WebSocketServer } from 'ws';
import type { ShownActivity, StreamFrame, WireBody } from './directLineClient.ts';

export type ProxiedRequest = {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

export type ProxiedAnswer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Partial<WireBody>;
};

/** A way to break what goes between a client and the server. */
export type Breakage = {
  request?(request: ProxiedRequest): ProxiedRequest | Promise<ProxiedRequest>;
  answer?(answer: ProxiedAnswer, request: ProxiedRequest): ProxiedAnswer | Promise<ProxiedAnswer>;
  activity?(activity: ShownActivity): ShownActivity | null;
  /** `first`: the frame that comes when a stream opens. */
  frame?(frame: StreamFrame, first: boolean): StreamFrame | null;
  /** The address that is opened instead; called when the server refused the true one. */
  refusedStream?(path: string): Promise<string | null>;
};

export type Proxy = {
  readonly url: string;
  /** Ends every stream, as a lost network would. */
  dropStreams(): void;
  close(): Promise<void>;
};

/** Stands between clients and a server on loopback, and breaks what it is told to break. */
export async function startProxy(target: string, breakage: Breakage): Promise<Proxy> {
  const port = Number(new URL(target).port);
  const sockets = new Set<WebSocket>();

  const brokenActivities = (activities: readonly ShownActivity[]): ShownActivity[] =>
    activities.flatMap((activity) => {
      const kept = breakage.activity ? breakage.activity(activity) : activity;
      return kept ?? [];
    });

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const asked: ProxiedRequest = {
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    };
    const sent = (await breakage.request?.(asked)) ?? asked;
    const answered = await pass(port, sent);
    const { activities } = answered.body;
    const shown = activities
      ? { ...answered, body: { ...answered.body, activities: brokenActivities(activities) } }
      : answered;
    const { status, headers, body } = (await breakage.answer?.(shown, asked)) ?? shown;
    const text = status === 204 ? '' : JSON.stringify(body);
    response.writeHead(status, withoutLength(headers));
    response.end(text);
  };

  const upgrades = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const { origin } = request.headers;
    const connect = (path: string, mayRetry: boolean): void => {
      const upstream = new WebSocket(`ws://127.0.0.1:${port}${path}`, origin ? { origin } : {});
      const early: Buffer[] = [];
      let deliver = (data: Buffer): void => void early.push(data);
      upstream.on('message', (data: Buffer) => deliver(data));
      upstream.on('error', () => undefined);
      upstream.on('unexpected-response', (_request, response) => {
        void (async () => {
          const other = mayRetry ? await breakage.refusedStream?.(path) : null;
          if (other) return connect(other, false);
          socket.end(`HTTP/1.1 ${response.statusCode ?? 500} Refused\r\nConnection: close\r\n\r\n`);
        })();
      });
      upstream.on('open', () => {
        upgrades.handleUpgrade(request, socket, head, (downstream) => {
          sockets.add(downstream);
          downstream.on('message', (data: Buffer) => upstream.send(data.toString()));
          downstream.on('close', () => upstream.terminate());
          upstream.on('close', () => downstream.close());
          let first = true;
          deliver = (data) => {
            const frame = JSON.parse(data.toString()) as StreamFrame;
            const shown = { ...frame, activities: brokenActivities(frame.activities) };
            const kept = breakage.frame ? breakage.frame(shown, first) : shown;
            first = false;
            if (kept) downstream.send(JSON.stringify(kept));
          };
          early.forEach((data) => deliver(data));
        });
      });
    };
    connect(request.url ?? '/', true);
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: ownPort } = server.address() as AddressInfo;
  const dropStreams = (): void => {
    for (const socket of sockets) socket.terminate();
    sockets.clear();
  };
  return {
    url: `http://127.0.0.1:${ownPort}`,
    dropStreams,
    close: () =>
      new Promise((resolve) => {
        dropStreams();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pass(port: number, sent: ProxiedRequest): Promise<ProxiedAnswer> {
  return new Promise((resolve, reject) => {
    const onward = forward(
      {
        port,
        host: '127.0.0.1',
        method: sent.method,
        path: sent.path,
        headers: { ...withoutLength(sent.headers), 'content-length': Buffer.byteLength(sent.body) },
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({
            status: response.statusCode ?? 500,
            headers: response.headers,
            body: (text === '' ? {} : JSON.parse(text)) as Partial<WireBody>,
          });
        });
      },
    );
    onward.on('error', reject);
    onward.end(sent.body);
  });
}

/** The body may have changed since. */
function withoutLength(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const kept = { ...headers };
  delete kept['content-length'];
  delete kept['transfer-encoding'];
  return kept;
}
