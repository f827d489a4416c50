import { performance } from 'node:perf_hooks';
import type { Answer } from '../protocol/answer.ts';
import { readPatronRecord, type PatronRecord } from '../protocol/patronRecord.ts';
import {
  bytesOf,
  loginRequest,
  patronInformationRequest,
  patronStatusRequest,
  statusRequest,
  type Login,
  type Request,
  type Summary,
} from '../protocol/request.ts';
import { readSystemStatus, type SystemStatus } from '../protocol/systemStatus.ts';
import { wallTimeWriter } from '../protocol/wallTime.ts';
import { circuitBreaker } from '../../circuitBreaker.ts';
import { Sip2Error, type Sip2ErrorCode } from '../sip2Error.ts';
import { Connection } from './connection.ts';
import type { ConnectionOptions } from './connectionOptions.ts';
import { ConnectionPool } from './connectionPool.ts';

export type Sip2ClientOptions = ConnectionOptions & {
  /** `AO`. */
  readonly institution: string;
  /** The bot's own account; `null` when the system wants no login. */
  readonly login: Login | null;
  /** Which message asks about readers: 63 has counts, 23 has none. */
  readonly message: 'patronInformation' | 'patronStatus';
  readonly summary: Summary;
  readonly connections: number;
  /** The library's, for the wall time in messages. */
  readonly timeZone: string;
  readonly clock: () => Date;
  /** Failures in a row after which the system rests, and for how many milliseconds. */
  readonly breaker: { readonly failures: number; readonly restMs: number };
};

export type Sip2Client = {
  /** Asks the system about itself (99). */
  status(): Promise<SystemStatus>;
  /**
   * Asks about a reader, with the reader's password or (`null`) without. An answer about another card
   * rejects with `SIP2_OTHER_READER`.
   */
  patron(card: string, password: string | null): Promise<PatronRecord>;
  /** Ends all connections; what is under way rejects with `SIP2_CLOSED`. */
  close(): void;
};

/** Far more than ask at once when codes are released, few enough to be forgotten quickly. */
const mostWaiting = 200;
/** What tells that the system is down. A strange answer to one card tells nothing about the others. */
const signsOfDown: readonly Sip2ErrorCode[] = [
  'SIP2_CONNECT_FAILED',
  'SIP2_LOGIN_REFUSED',
  'SIP2_OFFLINE',
  'SIP2_TIMEOUT',
];
/** Systems were seen to close a silent connection after 60 s. */
const idleMs = 45_000;

/**
 * A client of one SIP2 system. Connects when it is first asked. Every method rejects with a
 * `Sip2Error` and with nothing else.
 */
export function createSip2Client(options: Sip2ClientOptions): Sip2Client {
  const { charset, institution } = options;
  const now = () => performance.now();
  const wallTime = wallTimeWriter(options.timeZone);
  const breaker = circuitBreaker({
    ...options.breaker,
    now,
    isFailure: (error) => error instanceof Sip2Error && signsOfDown.includes(error.code),
    resting: () => resting(options.breaker),
  });
  const pool = new ConnectionPool({
    size: options.connections,
    waitMs: options.readMs,
    waiting: mostWaiting,
    idleMs,
    now,
    connect: () => Connection.open(options),
    prepare: (connection) => prepare(connection, options),
  });

  async function ask(request: Request): Promise<Answer> {
    // Text that must not be sent needs no connection to be refused.
    bytesOf(request, 0, charset);
    breaker.check();
    return pool.inTurn(() => breaker.run(() => exchange(request)));
  }

  /** A connection that was silent may have been closed meanwhile; all questions here are reads. */
  async function exchange(request: Request): Promise<Answer> {
    const answer = await pool.lend(async (connection, isFresh) => {
      try {
        return await connection.ask(request);
      } catch (error) {
        if (isFresh || !isClosed(error)) throw error;
        return null;
      }
    });
    return answer ?? pool.lendFresh((connection) => connection.ask(request));
  }

  return {
    async status() {
      return readSystemStatus(await ask(statusRequest()), charset);
    },
    async patron(card, password) {
      const question = { institution, card, password, time: wallTime(options.clock()) };
      const record = readPatronRecord(
        await ask(
          options.message === 'patronInformation'
            ? patronInformationRequest(question, options.summary)
            : patronStatusRequest(question),
        ),
        charset,
      );
      if (record.card !== card) {
        throw new Sip2Error('SIP2_OTHER_READER', 'The answer is about another card.');
      }
      return record;
    },
    close: () => pool.close(),
  };
}

function resting({ failures, restMs }: Sip2ClientOptions['breaker']): Sip2Error {
  return new Sip2Error(
    'SIP2_RESTING',
    `The system failed ${failures} times in a row; it is tried again within ${restMs} ms.`,
  );
}

function isClosed(error: unknown): boolean {
  return error instanceof Sip2Error && error.code === 'SIP2_CLOSED';
}

/**
 * Logs in where the system wants it, and tells it with a 99 which version is spoken: without it some
 * systems leave out `BL` and `CQ`. What goes wrong here is a failed connection.
 */
async function prepare(connection: Connection, options: Sip2ClientOptions): Promise<void> {
  try {
    if (options.login) await logIn(connection, options.login);
    const status = readSystemStatus(await connection.ask(statusRequest()), options.charset);
    if (!status.isOnline) throw new Sip2Error('SIP2_OFFLINE', 'The system says it is off-line.');
  } catch (error) {
    const code = error instanceof Sip2Error ? error.code : null;
    if (code !== 'SIP2_CLOSED' && code !== 'SIP2_BAD_ANSWER') throw error;
    throw new Sip2Error(
      'SIP2_CONNECT_FAILED',
      `${options.host}:${options.port}: the system ended the connection before it was ready. Ask ` +
        'the vendor whether the bot must log in, and from which address it may connect.',
      { cause: error },
    );
  }
}

async function logIn(connection: Connection, login: Login): Promise<void> {
  const answer = await connection.ask(loginRequest(login));
  if (answer.body.toString('latin1', 2, 3) === '1') return;
  throw new Sip2Error(
    'SIP2_LOGIN_REFUSED',
    'The system refused the login of the bot. Check user and password of the SIP2 account.',
  );
}
