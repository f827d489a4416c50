import type { AddressInfo, Server, Socket } from 'node:net';
import { createServer as createPlainServer } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import iconv from 'iconv-lite';
import { answerTo, type ServerIdentity } from './answers.ts';
import { wellBehaved, type Behaviour } from './behaviour.ts';
import { readReceived, type Received } from './received.ts';
import type { ServedPatron } from './servedPatron.ts';

export type Sip2ServerOptions = Partial<ServerIdentity> & {
  readonly patrons: readonly ServedPatron[];
  readonly behaviour?: Partial<Behaviour>;
  /** PEM; without it the server speaks in the clear. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Loopback only; 0 finds a free port. */
  readonly port?: number;
};

export type Sip2Server = {
  readonly port: number;
  /** Takes effect with the next message. */
  readonly behaviour: Behaviour;
  /** By card; may be changed while it runs. */
  readonly patrons: Map<string, ServedPatron>;
  /** Messages understood so far, in order, from all connections. */
  readonly received: readonly Received[];
  /** Connections made so far. */
  readonly connections: number;
  /** Connections open now. */
  readonly open: number;
  /** Sends the answers that `hold` kept, in their order. */
  release(): void;
  /** Ends all connections and goes on listening: a restart, as a client sees it. */
  drop(): void;
  close(): Promise<void>;
};

const carriageReturn = 0x0d;
const lineFeed = 0x0a;
const midnight = '20261122    112412';
/** Breaks a checksum and leaves it four digits. */
const wrongDigits = 'FFFF';

/**
 * A SIP2 server over TCP with invented readers, for tests and for the demo. Written from the
 * specification and from how servers were seen to behave, without a line of the client, so that a
 * mistake cannot hide on both sides.
 */
export async function startSip2Server(options: Sip2ServerOptions): Promise<Sip2Server> {
  const { institution = 'LPL', login = null, time = () => midnight } = options;
  const behaviour: Behaviour = { ...wellBehaved, ...options.behaviour };
  const patrons = new Map(options.patrons.map((patron) => [patron.card, patron]));
  const sockets = new Set<Socket>();
  const received: Received[] = [];
  let held: (() => void)[] = [];
  let connections = 0;

  function serve(socket: Socket): void {
    connections += 1;
    socket.on('error', () => socket.destroy());
    if (behaviour.isSingle && sockets.size > 0) return void socket.destroy();
    sockets.add(socket);
    socket.setNoDelay(true);
    if (behaviour.idleMs > 0) socket.setTimeout(behaviour.idleMs, () => socket.end());
    let waiting = Buffer.alloc(0);
    let last: Buffer | null = null;
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (bytes) => {
      waiting = Buffer.concat([waiting, bytes]);
      for (let end = waiting.indexOf(carriageReturn); end >= 0;) {
        const message = waiting.subarray(waiting[0] === lineFeed ? 1 : 0, end);
        waiting = waiting.subarray(end + 1);
        end = waiting.indexOf(carriageReturn);
        const answer = respond(message, last);
        if (answer === null) return socket.end();
        last = answer;
        send(socket, answer);
      }
    });
  }

  function respond(message: Buffer, last: Buffer | null): Buffer | null {
    const request = readReceived(message, (bytes) => decode(bytes, behaviour));
    received.push(request);
    if (request.code === '97') return last;
    if (!request.isIntact || behaviour.misreadNext > 0) {
      behaviour.misreadNext = Math.max(0, behaviour.misreadNext - 1);
      return Buffer.from('96AZFEF6', 'latin1');
    }
    const text = answerTo(request, patrons, { institution, login, time }, behaviour);
    return text === null ? null : withDetection(text, request.sequence, behaviour);
  }

  function send(socket: Socket, answer: Buffer): void {
    const whole = Buffer.concat([
      inTransit(answer, behaviour),
      Buffer.from(behaviour.lineEnd, 'latin1'),
    ]);
    const write = (): void => {
      const times = behaviour.repeats ? 2 : 1;
      for (let time = 0; time < times; time += 1) writeInPieces(socket, whole, behaviour.pieces);
    };
    if (behaviour.answering === 'silent') return;
    if (behaviour.answering === 'hold') held.push(write);
    else if (behaviour.delayMs > 0) setTimeout(write, behaviour.delayMs).unref();
    else write();
  }

  const server: Server = options.tls
    ? createTlsServer(options.tls, serve)
    : createPlainServer(serve);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });

  const drop = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    // An address with a port is what a listening TCP server has.
    port: (server.address() as AddressInfo).port,
    behaviour,
    patrons,
    received,
    get connections() {
      return connections;
    },
    get open() {
      return sockets.size;
    },
    release() {
      const ready = held;
      held = [];
      for (const write of ready) write();
    },
    drop,
    close() {
      drop();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function writeInPieces(socket: Socket, bytes: Buffer, size: number): void {
  if (socket.destroyed) return;
  if (size === 0) return void socket.write(bytes);
  const [piece, rest] = [bytes.subarray(0, size), bytes.subarray(size)];
  socket.write(piece, () => {
    if (rest.length > 0) setImmediate(() => writeInPieces(socket, rest, size));
  });
}

function withDetection(text: string, sequence: string, { checksum, charset }: Behaviour): Buffer {
  const body = encode(text, charset);
  if (checksum === 'none') return body;
  const whole = Buffer.concat([body, Buffer.from(`AY${sequence}AZ`, 'latin1')]);
  const sum = whole.reduce((total, byte) => total + byte, 0);
  const right = (0x10000 - (sum % 0x10000)) % 0x10000;
  const digits = right.toString(16).toUpperCase().padStart(4, '0');
  return Buffer.concat([whole, Buffer.from(checksum === 'zero' ? '0000' : digits, 'latin1')]);
}

/** What a disturbed line makes of an answer. */
function inTransit(answer: Buffer, behaviour: Behaviour): Buffer {
  if (behaviour.checksum !== 'broken' && behaviour.breakNext === 0) return answer;
  behaviour.breakNext = Math.max(0, behaviour.breakNext - 1);
  return Buffer.concat([answer.subarray(0, -4), Buffer.from(wrongDigits, 'latin1')]);
}

function encode(text: string, charset: Behaviour['charset']): Buffer {
  return charset === 'mangled'
    ? Buffer.from(text.normalize('NFC').replace(/[^\0-\x7f]/g, '?'), 'latin1')
    : iconv.encode(text, charset);
}

function decode(bytes: Buffer, { charset }: Behaviour): string {
  return charset === 'mangled' ? bytes.toString('latin1') : iconv.decode(bytes, charset);
}
