import { pino, type DestinationStream } from 'pino';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/**
 * Everything a log line may carry beside its event. There is no field for text, because a line that
 * cannot hold a reader's message, code, ticket, token, cookie or address cannot leak one.
 */
export type LogFields = {
  /** Machine-readable cause, such as `ECONNREFUSED` or `MalformedData`. */
  readonly code?: string | undefined;
  /** Route pattern such as `/v3/directline/conversations/:id`, never the address that was asked for. */
  readonly route?: string | undefined;
  readonly method?: string | undefined;
  readonly status?: number | undefined;
  readonly durationMs?: number | undefined;
  readonly channel?: string | undefined;
  readonly port?: number | undefined;
  readonly count?: number | undefined;
  /** Id of a dialog, an intent, or the ending of a journey: words of our own. */
  readonly dialog?: string | undefined;
  readonly intent?: string | undefined;
  readonly outcome?: string | undefined;
  readonly signal?: string | undefined;
  /** Calendar month, `YYYY-MM`. */
  readonly month?: string | undefined;
  /** Only name, code and stack frames of it and of its causes are written. */
  readonly error?: unknown;
};

/** `event` is a constant such as `server.listening`. */
export type Log = {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
};

const REMOVED = '[removed]';
const DEEPEST_CAUSE = 3;

// Letters only: cards, PINs, codes, tickets and tokens have digits, sentences have spaces.
const words = /^[A-Za-z]+([._-][A-Za-z]+)*$/;
// As `words`, but later parts may hold digits (ERR_HTTP2_…), and SQLSTATE of PostgreSQL passes.
const errorCode = /^([A-Za-z]+(_[A-Z0-9]{1,16})*|[0-9]{2}[0-9A-Z]{3})$/;
const routePattern = /^(\/(:?[A-Za-z_.-]{1,24}|v\d|\*)?)+$/;
const stackFrame =
  /^ {4}at (?:[\w$.<>[\] #]+ \()?(?:async )?(?:file:\/\/|node:|\/|[A-Z]:\\)[^()\s]+:\d+:\d+\)?$/;

const matching =
  (pattern: RegExp, longest = 64) =>
  (value: unknown): boolean =>
    typeof value === 'string' && value.length <= longest && pattern.test(value);

const between =
  (lowest: number, highest: number) =>
  (value: unknown): boolean =>
    typeof value === 'number' && value >= lowest && value <= highest;

const allowed: Record<Exclude<keyof LogFields, 'error'>, (value: unknown) => boolean> = {
  code: matching(errorCode),
  route: matching(routePattern, 128),
  method: matching(words),
  status: between(100, 599),
  durationMs: between(0, 86_400_000),
  channel: matching(words),
  port: between(0, 65_535),
  count: between(0, 1_000_000),
  dialog: matching(words),
  intent: matching(words),
  outcome: matching(words),
  signal: matching(words),
  month: matching(/^\d{4}-\d{2}$/),
};

/**
 * What may be told about an error: its name, its code and where it was thrown. Messages are left
 * out, because libraries quote the data they choked on.
 */
export function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    name: allowed.outcome(error.name) ? error.name : REMOVED,
    ...(code !== undefined && { code: allowed.code(code) ? code : REMOVED }),
    frames: framesOf(error),
    ...(error.cause !== undefined &&
      depth < DEEPEST_CAUSE && { cause: describeError(error.cause, depth + 1) }),
  };
}

/** The message stands in front of the frames, and may itself contain lines that look like frames. */
function framesOf(error: Error): readonly string[] {
  const stack = String(error.stack ?? '');
  const afterMessage = stack.includes(error.message)
    ? stack.slice(stack.indexOf(error.message) + error.message.length)
    : stack;
  return afterMessage
    .split('\n')
    .filter((line) => stackFrame.test(line))
    .map((line) => line.trim());
}

/**
 * A log of JSON lines on standard output, or on `destination`. Fields outside the allow-list are
 * dropped; values that do not look like their field are replaced by `[removed]`.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination ?? pino.destination({ dest: 1, sync: true }),
  );
  return {
    info: (event, fields) => logger.info(line(event, fields)),
    warn: (event, fields) => logger.warn(line(event, fields)),
    error: (event, fields) => logger.error(line(event, fields)),
  };
}

function line(event: string, fields: LogFields = {}): Record<string, unknown> {
  const safe: Record<string, unknown> = { event: matching(words)(event) ? event : REMOVED };
  for (const [name, isSafe] of Object.entries(allowed)) {
    // The list above has exactly the names of `LogFields`.
    const value: unknown = fields[name as keyof typeof allowed];
    if (value !== undefined) safe[name] = isSafe(value) ? value : REMOVED;
  }
  if (fields.error !== undefined) safe['error'] = describeError(fields.error);
  return safe;
}
