import { Sip2Error } from '../sip2Error.ts';
import type { Connection } from './connection.ts';

export type ConnectionPoolOptions = {
  /** Connections at the same time. Some systems serve only one. */
  readonly size: number;
  /** Milliseconds a question may wait for its turn. */
  readonly waitMs: number;
  /** Questions that may wait. */
  readonly waiting: number;
  /** Milliseconds after which a silent connection is not used again. Systems close after 60 s. */
  readonly idleMs: number;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  readonly connect: () => Promise<Connection>;
  /** What a new connection needs before it can be asked about readers. */
  readonly prepare: (connection: Connection) => Promise<void>;
};

type Idle = { readonly connection: Connection; readonly since: number };
type Waiting = { readonly admit: () => void; readonly refuse: (error: Sip2Error) => void };

/** Hands out connections, each to one question at a time, and opens them when they are needed. */
export class ConnectionPool {
  readonly #options: ConnectionPoolOptions;
  readonly #all = new Set<Connection>();
  #idle: Idle[] = [];
  #waiting: Waiting[] = [];
  #busy = 0;
  #isClosed = false;

  constructor(options: ConnectionPoolOptions) {
    this.#options = options;
  }

  /** Waits for a turn. Rejects with `SIP2_BUSY` when that takes too long, `SIP2_CLOSED` at the end. */
  async inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    await this.#turn();
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next) next.admit();
      else this.#busy -= 1;
    }
  }

  /** Within a turn: lends a connection to `work`. `isFresh` tells that nobody used it before. */
  async lend<Result>(
    work: (connection: Connection, isFresh: boolean) => Promise<Result>,
  ): Promise<Result> {
    const used = this.#takeIdle();
    if (used === null) return this.lendFresh((connection) => work(connection, true));
    return this.#lend(used, (connection) => work(connection, false));
  }

  /** Within a turn: lends a connection that nobody used before. */
  async lendFresh<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
    return this.#lend(await this.#open(), work);
  }

  close(): void {
    this.#isClosed = true;
    for (const { refuse } of this.#waiting) refuse(poolClosed());
    this.#waiting = [];
    for (const connection of this.#all) connection.destroy();
    this.#all.clear();
    this.#idle = [];
  }

  async #lend<Result>(
    connection: Connection,
    work: (connection: Connection) => Promise<Result>,
  ): Promise<Result> {
    try {
      return await work(connection);
    } finally {
      if (connection.isUsable && !connection.isDisturbed) {
        this.#idle.push({ connection, since: this.#options.now() });
      } else {
        this.#forget(connection);
      }
    }
  }

  #forget(connection: Connection): void {
    connection.destroy();
    this.#all.delete(connection);
  }

  async #turn(): Promise<void> {
    if (this.#isClosed) throw poolClosed();
    const { size, waiting, waitMs } = this.#options;
    if (this.#busy < size) {
      this.#busy += 1;
      return;
    }
    if (this.#waiting.length >= waiting) throw busy();
    await new Promise<void>((resolve, reject) => {
      const entry: Waiting = {
        admit() {
          clearTimeout(timer);
          resolve();
        },
        refuse(error) {
          clearTimeout(timer);
          reject(error);
        },
      };
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter((other) => other !== entry);
        reject(busy());
      }, waitMs);
      this.#waiting.push(entry);
    });
  }

  async #open(): Promise<Connection> {
    if (this.#isClosed) throw poolClosed();
    const connection = await this.#options.connect();
    this.#all.add(connection);
    try {
      if (this.#isClosed) throw poolClosed();
      await this.#options.prepare(connection);
      return connection;
    } catch (error) {
      this.#forget(connection);
      throw this.#isClosed ? poolClosed() : error;
    }
  }

  #takeIdle(): Connection | null {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      const { connection, since } = idle;
      if (connection.isUsable && this.#options.now() - since < this.#options.idleMs) {
        return connection;
      }
      this.#forget(connection);
    }
    return null;
  }
}

function busy(): Sip2Error {
  return new Sip2Error(
    'SIP2_BUSY',
    'Too many questions wait for the system. Allow more connections if it serves them.',
  );
}

function poolClosed(): Sip2Error {
  return new Sip2Error('SIP2_CLOSED', 'The connections to the system were closed.');
}
