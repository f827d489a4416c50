import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { CloseReason, Listener } from './activityFeed.ts';

const pingEvery = 30_000;
/** Frames a client may send between two looks at it; it has nothing to say but an empty one every 20 s. */
const maximumChatter = 200;
/** Bytes that may wait for a slow client. It is dropped then, and comes back with its watermark. */
const maximumBacklog = 1024 * 1024;

/** RFC 6455 §7.4: normal end; going away, for which clients come back. */
const closeCodes: Record<CloseReason, number> = {
  conversationEnded: 1000,
  replacedByNewer: 1000,
  serverStops: 1001,
};

/** One open stream of a client. What the client says on it is ignored. */
export class StreamSocket implements Listener {
  readonly #webSocket: WebSocket;
  readonly #connection: Duplex;
  readonly #now: () => Date;
  #isGathering = false;
  #lastPing: number;
  #answered = true;
  #chatter = 0;

  constructor(webSocket: WebSocket, connection: Duplex, now: () => Date) {
    this.#webSocket = webSocket;
    this.#connection = connection;
    this.#now = now;
    this.#lastPing = now().getTime();
    webSocket.on('error', () => webSocket.terminate());
    webSocket.on('pong', () => {
      this.#answered = true;
    });
    webSocket.on('message', () => {
      this.#answered = true;
      this.#chatter += 1;
      if (this.#chatter > maximumChatter) webSocket.terminate();
    });
  }

  send(frame: string): void {
    if (this.#webSocket.bufferedAmount > maximumBacklog) this.#webSocket.terminate();
    else {
      this.#gather();
      this.#webSocket.send(frame);
    }
  }

  close(reason: CloseReason): void {
    this.#webSocket.close(closeCodes[reason], reason);
  }

  /**
   * Frames that follow each other without a wait, as the reader's words and a quick answer do, go out
   * together: a write of the system costs more than all the rest of a frame.
   */
  #gather(): void {
    if (this.#isGathering) return;
    this.#isGathering = true;
    this.#connection.cork();
    process.nextTick(() => {
      this.#isGathering = false;
      this.#connection.uncork();
    });
  }

  /** Sends a ping every 30 seconds and drops a client that left the last one unanswered. */
  checkAlive(): void {
    this.#chatter = 0;
    const now = this.#now().getTime();
    if (now - this.#lastPing < pingEvery) return;
    if (!this.#answered) return this.#webSocket.terminate();
    this.#answered = false;
    this.#lastPing = now;
    this.#webSocket.ping();
  }
}
