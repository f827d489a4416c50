import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Conversation } from './conversation.ts';
import { refuseUpgrade } from '../../http/index.ts';
import { basePath, type Endpoint } from './endpoint.ts';
import { maximumBodySize } from './requestBody.ts';
import { StreamSocket } from './streamSocket.ts';

/** The WebSocket side of the endpoint. */
export type Stream = {
  /** Answers an upgrade request below our path; refuses before the upgrade. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
  /** Pings silent clients and drops dead ones. */
  tidy(): void;
  close(): void;
};

const socketsPerConversation = 3;
/** A variable and no literal in the call, because the types of ws do not know `closeTimeout` yet. */
const serverOptions = {
  noServer: true,
  clientTracking: false,
  maxPayload: maximumBodySize,
  perMessageDeflate: false,
  closeTimeout: 2000,
};
const path = new RegExp(`^${basePath}/conversations/([\\w-]{1,64})/stream$`);

export function createStream(endpoint: Endpoint): Stream {
  const { cors, limits, tickets, conversations, now } = endpoint;
  const server = new WebSocketServer(serverOptions);
  const open = new Set<StreamSocket>();

  const admit = (
    webSocket: WebSocket,
    connection: Duplex,
    conversation: Conversation,
    from: number,
    address: string,
  ): void => {
    const socket = new StreamSocket(webSocket, connection, now);
    open.add(socket);
    webSocket.on('close', () => {
      open.delete(socket);
      conversation.feed.listeners.delete(socket);
      limits.closeSocket(address);
    });
    makeRoom(conversation);
    // Replayed and joined in one go: nothing said in between can be lost or come twice.
    for (const frame of conversation.feed.framesFrom(from)) socket.send(frame);
    conversation.feed.listeners.add(socket);
    // What another instance said while the handshake ran was news to nobody here.
    conversation.catchUp().catch((error: unknown) => {
      endpoint.log.error('directline.catchUpFailed', { error });
    });
  };

  return {
    async upgrade(request, socket, head) {
      const [pathname = '', query = ''] = (request.url ?? '').split('?', 2);
      const conversationId = path.exec(pathname)?.[1];
      const ticket = new URLSearchParams(query).get('t');
      if (conversationId === undefined || ticket === null) return refuseUpgrade(socket, 404);
      const { origin } = request.headers;
      if (origin !== undefined && !cors.isAllowed(origin)) return refuseUpgrade(socket, 403);
      const permission = await tickets.take(conversationId, ticket);
      const isRightPage = permission?.origin === null || permission?.origin === origin;
      if (!permission || !isRightPage) return refuseUpgrade(socket, 403);
      const conversation = await conversations.find(conversationId);
      if (conversation === 'unknown' || conversation === 'ended') return refuseUpgrade(socket, 403);
      const address = endpoint.addressOf(request);
      if (!limits.openSocket(address)) return refuseUpgrade(socket, 429);
      let isAdmitted = false;
      // Calls back before it returns, or not at all when the handshake is wrong.
      server.handleUpgrade(request, socket, head, (webSocket) => {
        isAdmitted = true;
        admit(webSocket, socket, conversation, permission.from, address);
      });
      if (!isAdmitted) limits.closeSocket(address);
    },
    tidy() {
      for (const socket of open) socket.checkAlive();
    },
    close() {
      server.close();
      for (const socket of open) socket.close('serverStops');
    },
  };
}

/**
 * A newcomer replaces the oldest: after a laptop's sleep or a lost network the old sockets are dead
 * without knowing it, and the reader's live one must not be turned away because of them.
 */
function makeRoom({ feed: { listeners } }: Conversation): void {
  for (const oldest of listeners) {
    if (listeners.size < socketsPerConversation) return;
    listeners.delete(oldest);
    oldest.close('replacedByNewer');
  }
}
