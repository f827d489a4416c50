import restify from 'restify';
import type { Route, Server, ServerOptions } from 'restify';
import {
  acceptUpgrades,
  closeUpgrades,
  createFormatters,
  httpsOnly,
  proxyList,
  refuseBadAddresses,
  refuseCompressedBodies,
  securityHeaders,
} from './http/index.ts';
import type { Log } from './log.ts';

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 15_000;
const CONNECTION_CHECK_MS = 2_000;
const MAX_HEADER_BYTES = 8 * 1024;
/** Below the ten seconds that container hosts allow between SIGTERM and SIGKILL. */
const STOP_WITHIN_MS = 8_000;

export type WebServerOptions = {
  readonly log: Log;
  readonly clock: () => Date;
  /** Addresses and networks whose `X-Forwarded-For` is believed; checked here, so that a wrong list stops the start. */
  readonly trustedProxies: readonly string[];
  /** How long an idle connection is kept. Default: short, or longer than a proxy's where only one reaches the port. */
  readonly keepAliveMs?: number;
  /** Readers come by https, and only so from then on. Default: they do not. */
  readonly isHttps?: boolean;
};

/**
 * A restify server with the hardening in front and no route yet. Handlers may throw an `HttpError`;
 * any other error becomes a 500 without its message. Throws a `TrustedProxyError`.
 */
export function createServer({
  log,
  clock,
  trustedProxies,
  keepAliveMs = keepAliveFor(trustedProxies),
  isHttps = false,
}: WebServerOptions): Server {
  proxyList(trustedProxies);
  const server = restify.createServer({
    name: '',
    formatters: createFormatters(),
    strictFormatters: true,
    log: silentLogger(),
  });
  limit(server, keepAliveMs);
  if (isHttps) server.pre(httpsOnly);
  server.pre(securityHeaders, refuseBadAddresses, refuseCompressedBodies);
  logRequests(server, log, clock);
  acceptUpgrades(server);
  return server;
}

/** Listens and returns the port, which is a free one for `port` 0. Rejects with the system's error. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server.address().port);
    });
  });
}

/**
 * Accepts no more, lets the requests in flight finish, then ends upgraded sockets. What is still
 * open after `withinMs` is cut.
 */
export function stop(server: Server, withinMs: number = STOP_WITHIN_MS): Promise<void> {
  const http = server.server;
  return new Promise((resolve) => {
    const endIdle = setInterval(() => {
      if (server.inflightRequests() === 0) closeUpgrades(server);
      http.closeIdleConnections();
    }, 20);
    const cut = setTimeout(() => {
      closeUpgrades(server);
      http.closeAllConnections();
    }, withinMs);
    http.close(() => {
      clearInterval(endIdle);
      clearTimeout(cut);
      resolve();
    });
  });
}

/**
 * Longer than a proxy's own idle time (60 s with nginx) where only a proxy reaches the port, so that it
 * never reuses a connection we just closed; short where readers do.
 */
function keepAliveFor(trustedProxies: readonly string[]): number {
  return trustedProxies.length > 0 ? 65_000 : 5_000;
}

/** Restify creates Node's server without options; Node reads these properties for each connection. */
function limit(server: Server, keepAliveMs: number): void {
  Object.assign(server.server, {
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionsCheckingInterval: CONNECTION_CHECK_MS,
    keepAliveTimeout: keepAliveMs,
    maxHeaderSize: MAX_HEADER_BYTES,
  });
}

function logRequests(server: Server, log: Log, clock: () => Date): void {
  const startedAt = new WeakMap<object, number>();
  server.on('pre', (req: restify.Request) => startedAt.set(req, clock().getTime()));
  server.on(
    'after',
    (req: restify.Request, res: restify.Response, route?: Route, error?: unknown) => {
      const now = clock().getTime();
      const fields = {
        method: req.method,
        route: typeof route?.path === 'string' ? route.path : undefined,
        status: res.statusCode,
        durationMs: now - (startedAt.get(req) ?? now),
      };
      if (res.statusCode >= 500) log.error('http.failed', { ...fields, error });
      else log.info('http.answered', fields);
    },
  );
}

/** Restify logs whole requests and whatever handlers return; our own lines come from `logRequests`. */
function silentLogger(): NonNullable<ServerOptions['log']> {
  const silent = (): void => undefined;
  const logger = { trace: silent, debug: silent, info: silent, warn: silent, error: silent };
  // The types still ask for bunyan, which restify 9 replaced by pino; it calls only these.
  return logger as unknown as NonNullable<ServerOptions['log']>;
}
