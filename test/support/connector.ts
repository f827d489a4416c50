import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';

/** How the connector treats the activities that the bot sends to it. */
export type ConnectorManner =
  /** 200 with the id of the new activity, as the Emulator. */
  | 'accepts'
  /** 202 without a body. */
  | 'saysNothing'
  | 'fails'
  /** Takes the request and answers only when told to. */
  | 'hangs';

export type ConnectorRequest = {
  readonly method: string;
  /** As it came over the wire, with its escapes. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly activity: Partial<Activity>;
};

export type Connector = {
  /** Without a slash at the end. */
  readonly serviceUrl: string;
  readonly port: number;
  readonly requests: readonly ConnectorRequest[];
  /** The replies that a person would see, in order. */
  texts(): string[];
  /** Changes how it treats requests, of one conversation or of all that have no manner of their own. */
  behave(manner: ConnectorManner, conversationId?: string): void;
  /** Answers the requests that hang. */
  release(): void;
  close(): Promise<void>;
};

/** A small real connector on 127.0.0.1: where the Bot Framework would show replies to a person. */
export async function startConnector(path = ''): Promise<Connector> {
  const requests: ConnectorRequest[] = [];
  const manners = new Map<string, ConnectorManner>();
  let mannerOfAll: ConnectorManner = 'accepts';
  let hanging: ServerResponse[] = [];

  const server = createServer((req, res) => void take(req, res));

  async function take(req: IncomingMessage, res: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of req.setEncoding('utf8')) body += String(chunk);
    const activity = (body === '' ? {} : JSON.parse(body)) as Partial<Activity>;
    requests.push({
      method: req.method ?? '',
      path: req.url ?? '',
      authorization: req.headers.authorization,
      activity,
    });
    answer(res, manners.get(activity.conversation?.id ?? '') ?? mannerOfAll);
  }

  function answer(res: ServerResponse, manner: ConnectorManner): void {
    switch (manner) {
      case 'accepts':
        res.writeHead(200, { 'Content-Type': 'application/json' });
        res.end(JSON.stringify({ id: `reply-${requests.length}` }));
        return;
      case 'saysNothing':
        res.statusCode = 202;
        res.end();
        return;
      case 'fails':
        res.writeHead(500, { 'Content-Type': 'application/json' });
        res.end(JSON.stringify({ error: { code: 'ServiceError', message: 'broken' } }));
        return;
      case 'hangs':
        hanging.push(res);
        return;
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    serviceUrl: `http://127.0.0.1:${port}${path}`,
    port,
    requests,
    texts: () =>
      requests.flatMap(({ activity }) =>
        activity.type === 'message' ? (activity.text ?? '') : [],
      ),
    behave(manner, conversationId) {
      if (conversationId === undefined) mannerOfAll = manner;
      else manners.set(conversationId, manner);
    },
    release() {
      for (const res of hanging) answer(res, 'accepts');
      hanging = [];
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
