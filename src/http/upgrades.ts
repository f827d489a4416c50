import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server } from 'restify';

/** Takes over the socket: answers the handshake, or writes a refusal and ends it. */
export type UpgradeHandler = (req: IncomingMessage, socket: Duplex, head: Buffer) => void;

type Upgrades = {
  readonly handlers: Map<string, UpgradeHandler>;
  readonly sockets: Set<Duplex>;
  isClosed: boolean;
};

const upgradesOf = new WeakMap<Server, Upgrades>();

/**
 * Hands WebSocket handshakes on `prefix` and below it to `handler`. Any other path is refused with
 * 404. The server's stop ends the sockets that are still open then.
 */
export function onUpgrade(server: Server, prefix: string, handler: UpgradeHandler): void {
  upgrades(server).handlers.set(prefix, handler);
}

/** Starts to listen for upgrades: without it, Node would leave refused sockets open for ever. */
export function acceptUpgrades(server: Server): void {
  const { handlers, sockets } = upgrades(server);
  server.server.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Node takes its own listener away, and a reset would then end the process.
    socket.on('error', () => socket.destroy());
    const handler = upgrades(server).isClosed ? undefined : handlerFor(handlers, req.url ?? '');
    if (!handler) {
      refuseUpgrade(socket, 404);
      return;
    }
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    handler(req, socket, head);
  });
}

/** Answers a handshake with a plain HTTP status and closes the socket. */
export function refuseUpgrade(socket: Duplex, status: 400 | 401 | 403 | 404 | 429 | 503): void {
  const text = {
    400: 'Bad Request',
    401: 'Unauthorized',
    403: 'Forbidden',
    404: 'Not Found',
    429: 'Too Many Requests',
    503: 'Service Unavailable',
  };
  socket.end(
    `HTTP/1.1 ${status} ${text[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}

/** Ends the upgraded sockets, which `server.close` does not know, and refuses new ones. */
export function closeUpgrades(server: Server): void {
  const known = upgrades(server);
  known.isClosed = true;
  for (const socket of known.sockets) socket.destroy();
}

function upgrades(server: Server): Upgrades {
  let known = upgradesOf.get(server);
  if (!known) {
    known = { handlers: new Map(), sockets: new Set(), isClosed: false };
    upgradesOf.set(server, known);
  }
  return known;
}

function handlerFor(handlers: Upgrades['handlers'], url: string): UpgradeHandler | undefined {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  for (const [prefix, handler] of handlers) {
    if (path === prefix || path.startsWith(`${prefix}/`)) return handler;
  }
  return undefined;
}
