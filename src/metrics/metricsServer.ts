import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type MetricsServer = {
  readonly port: number;
  /** From now on `/ready` says no, so that a load balancer sends nobody here any more. */
  drain(): void;
  close(): Promise<void>;
};

export type MetricsParts = {
  readonly host: string;
  /** 0 is a free one. */
  readonly port: number;
  readonly contentType: string;
  readonly metrics: () => Promise<string>;
  readonly health: () => Promise<object>;
};

/**
 * Serves machines that watch the bot, on a port of its own that no proxy points at: `/metrics` for
 * Prometheus, `/health` (200 while the process can answer) and `/ready` (200 until it begins to stop).
 * A full disk or a silent library is told in the body of `/health` and makes nobody restart the bot,
 * which still answers the FAQ. Rejects with the system's error when the port is taken.
 */
export async function startMetricsServer(parts: MetricsParts): Promise<MetricsServer> {
  let isReady = true;

  const routes: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
    async '/metrics'(response) {
      send(response, 200, parts.contentType, await parts.metrics());
    },
    async '/health'(response) {
      sendJson(response, 200, { status: 'ok', ...(await parts.health()) });
    },
    async '/ready'(response) {
      sendJson(response, isReady ? 200 : 503, { status: isReady ? 'ready' : 'stopping' });
    },
  };

  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (request.method !== 'GET' || !route) return sendJson(response, 404, { status: 'unknown' });
    // What fails is in the log of the part that failed.
    route(response).catch(() => sendJson(response, 500, { status: 'failed' }));
  });
  server.requestTimeout = 10_000;

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(parts.port, parts.host, resolve);
  });
  // A server that listens on a port has an address object.
  const { port } = server.address() as AddressInfo;

  return {
    port,
    drain: () => void (isReady = false),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  send(response, status, 'application/json', JSON.stringify(body));
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(body);
}
