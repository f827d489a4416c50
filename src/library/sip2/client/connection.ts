import { connect as connectPlain, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { readAnswer, type Answer } from '../protocol/answer.ts';
import { createFrameReader } from '../protocol/frameReader.ts';
import { bytesOf, resendRequest, type Request } from '../protocol/request.ts';
import { Sip2Error } from '../sip2Error.ts';
import type { ConnectionOptions } from './connectionOptions.ts';
import { judgeAnswer } from './judgeAnswer.ts';

/** How often one message is sent again, in either direction. SIP2 specification, "Error detection". */
const mostResends = 3;
/** Shorter than the minutes after which a firewall forgets a silent connection. */
const keepAliveMs = 30_000;

type Exchange = {
  readonly request: Request;
  readonly bytes: Buffer;
  readonly sequence: number;
  readonly timer: NodeJS.Timeout;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Sip2Error) => void;
  resends: number;
};

/**
 * One connection with one question under way. Whatever is not the answer to that question ends the
 * connection: a late answer must never meet the next reader.
 */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #socket: Socket;
  readonly #frames = createFrameReader();
  #exchange: Exchange | null = null;
  #nextSequence = 0;
  #isUsable = true;
  #isDisturbed = false;

  private constructor(socket: Socket, options: ConnectionOptions) {
    this.#options = options;
    this.#socket = socket;
    socket.on('data', (bytes) => this.#receive(bytes));
    socket.on('error', (error) => this.#end(closed(error)));
    for (const ending of ['end', 'close']) socket.on(ending, () => this.#end(closed()));
  }

  /** Rejects with `SIP2_CONNECT_FAILED` when there is no connection within `connectMs`. */
  static open(options: ConnectionOptions): Promise<Connection> {
    const { host, port, tls } = options;
    const socket = tls
      ? connectTls({ host, port, ...tls, rejectUnauthorized: true })
      : connectPlain({ host, port });
    socket.setNoDelay(true);
    socket.setKeepAlive(true, keepAliveMs);
    return new Promise((resolve, reject) => {
      const fail = (cause: unknown): void => {
        clearTimeout(timer);
        socket.destroy();
        reject(connectFailed(options, cause));
      };
      const timer = setTimeout(() => fail(null), options.connectMs);
      socket.on('error', fail);
      socket.on('close', fail);
      socket.once(tls ? 'secureConnect' : 'connect', () => {
        clearTimeout(timer);
        socket.off('error', fail);
        socket.off('close', fail);
        resolve(new Connection(socket, options));
      });
    });
  }

  /** False once the connection must not be asked anything any more. */
  get isUsable(): boolean {
    return this.#isUsable;
  }

  /** True after a repetition: a second answer to the same question may still be on its way. */
  get isDisturbed(): boolean {
    return this.#isDisturbed;
  }

  /**
   * Sends a request and resolves with its answer. Rejects with a `Sip2Error`; the connection is gone
   * then, unless the request could not be written at all (`SIP2_UNSENDABLE`).
   */
  ask(request: Request): Promise<Answer> {
    const sequence = this.#nextSequence;
    const bytes = bytesOf(request, sequence, this.#options.charset);
    return new Promise((resolve, reject) => {
      if (!this.#isUsable) return reject(closed());
      if (this.#exchange) throw new Error('One question at a time on a connection.');
      this.#nextSequence = (sequence + 1) % 10;
      const timer = setTimeout(() => this.#end(timedOut(this.#options)), this.#options.readMs);
      this.#exchange = { request, bytes, sequence, timer, resolve, reject, resends: 0 };
      this.#socket.write(bytes);
    });
  }

  destroy(): void {
    this.#end(closed());
  }

  #receive(bytes: Buffer): void {
    if (!this.#isUsable) return;
    try {
      for (const message of this.#frames.push(bytes)) this.#take(readAnswer(message));
    } catch (error) {
      this.#end(error instanceof Sip2Error ? error : badAnswer('one that cannot be read', error));
    }
  }

  #take(answer: Answer): void {
    const exchange = this.#exchange;
    if (exchange === null) throw badAnswer('one that nobody asked for');
    const judgement = judgeAnswer(answer, exchange, this.#options.verify);
    switch (judgement.verdict) {
      case 'accept':
        if (judgement.doubt) this.#options.onDoubt(judgement.doubt);
        return this.#settle(exchange, answer);
      case 'sendAgain':
        return this.#again(exchange, exchange.bytes);
      case 'askAgain':
        return this.#again(exchange, resendRequest);
      case 'reject':
        throw badAnswer(judgement.why);
    }
  }

  #again(exchange: Exchange, bytes: Buffer): void {
    if (exchange.resends === mostResends) throw badAnswer('only broken ones, four times');
    exchange.resends += 1;
    this.#isDisturbed = true;
    this.#socket.write(bytes);
  }

  #settle(exchange: Exchange, answer: Answer): void {
    clearTimeout(exchange.timer);
    this.#exchange = null;
    exchange.resolve(answer);
  }

  #end(reason: Sip2Error): void {
    this.#isUsable = false;
    this.#socket.destroy();
    const exchange = this.#exchange;
    if (exchange === null) return;
    this.#exchange = null;
    clearTimeout(exchange.timer);
    exchange.reject(reason);
  }
}

function connectFailed({ host, port, connectMs }: ConnectionOptions, cause: unknown): Sip2Error {
  const why = cause instanceof Error ? cause.message : `no connection within ${connectMs} ms`;
  return new Sip2Error(
    'SIP2_CONNECT_FAILED',
    `${host}:${port}: ${why}. Check address, port and firewall, and that the SIP2 server runs.`,
    { cause },
  );
}

function timedOut({ readMs }: ConnectionOptions): Sip2Error {
  return new Sip2Error('SIP2_TIMEOUT', `The system did not answer within ${readMs} ms.`);
}

function closed(cause?: Error): Sip2Error {
  return new Sip2Error('SIP2_CLOSED', 'The connection to the system was closed.', { cause });
}

function badAnswer(what: string, cause?: unknown): Sip2Error {
  return new Sip2Error('SIP2_BAD_ANSWER', `The system sent an answer, but ${what}.`, { cause });
}
