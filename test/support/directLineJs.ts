import type { Activity, DirectLine } from 'botframework-directlinejs';
import WebSocket from 'ws';
// The package has no types; it is put where a browser has its own.
// @ts-expect-error no declaration file
import XMLHttpRequest from 'xhr2';
import { pageOrigin } from './directLineServer.ts';

/** As a page's own: with its origin, which Node's clients do not send by themselves. */
class PageWebSocket extends WebSocket {
  constructor(url: string) {
    super(url, { origin: pageOrigin });
  }
}

// Microsoft's client looks for both when it is loaded, so it must be loaded after this.
Object.assign(globalThis, { WebSocket: PageWebSocket, XMLHttpRequest });
const { ConnectionStatus, DirectLine: Client } = await import('botframework-directlinejs');

export type StatusName = keyof typeof ConnectionStatus;

export type PageClient = {
  readonly line: DirectLine;
  readonly activities: readonly Activity[];
  readonly texts: () => (string | undefined)[];
  readonly statuses: readonly StatusName[];
  post(text: string): Promise<string>;
  /** Resolves when what the client has seen makes `enough` hold. */
  until(enough: (client: PageClient) => boolean): Promise<void>;
  end(): void;
};

export type PageClientOptions = {
  readonly token: string;
  readonly webSocket: boolean;
  readonly conversationId?: string;
  readonly watermark?: string;
  /** Milliseconds it waits for an answer; 20 000 on a page. */
  readonly timeout?: number;
};

const clients = new Set<PageClient>();

/** Microsoft's released client, as a page uses it, but quick to come back. */
export function pageClient(url: string, options: PageClientOptions): PageClient {
  const line = new Client({
    timeout: 1500,
    ...options,
    domain: `${url}/v3/directline`,
    pollingInterval: 200,
  });
  // Its own delay after a lost socket is 3 to 15 seconds.
  Object.assign(line, { getRetryDelay: () => 10 });

  const activities: Activity[] = [];
  const statuses: StatusName[] = [];
  const waiting = new Set<() => void>();
  const changed = (): void => waiting.forEach((check) => check());
  line.connectionStatus$.subscribe((status) => {
    statuses.push(ConnectionStatus[status] as StatusName);
    changed();
  });
  const subscription = line.activity$.subscribe(
    (activity) => {
      activities.push(activity);
      changed();
    },
    () => undefined,
  );

  const client: PageClient = {
    line,
    activities,
    statuses,
    texts: () =>
      activities.map((activity) => (activity.type === 'message' ? activity.text : activity.type)),
    post: (text) =>
      new Promise((resolve, reject) => {
        line
          .postActivity({ type: 'message', text, from: { id: 'page' } })
          .subscribe(resolve, reject);
      }),
    until: (enough) =>
      new Promise((resolve, reject) => {
        const tooLate = setTimeout(() => {
          waiting.delete(check);
          const seen = JSON.stringify([client.texts(), statuses]);
          reject(new Error(`the client never saw it, only ${seen}`));
        }, 5000);
        const check = (): void => {
          if (!enough(client)) return;
          clearTimeout(tooLate);
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
    end() {
      clients.delete(client);
      subscription.unsubscribe();
      line.end();
    },
  };
  clients.add(client);
  return client;
}

/** For `afterEach`. */
export function endPageClients(): void {
  for (const client of clients) client.end();
}
