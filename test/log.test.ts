import { describe, expect, test } from 'vitest';
import { createLog, describeError, type Log, type LogFields, type LogLevel } from '../src/log.ts';

const SECRET = 'TAJNE7f3a';

function capture(level: LogLevel = 'info'): { log: Log; written: () => string } {
  let text = '';
  const log = createLog(level, {
    write: (chunk: string) => {
      text += chunk;
    },
  });
  return { log, written: () => text };
}

function errorFullOfSecrets(): Error {
  const cause = Object.assign(new TypeError(`cause ${SECRET}`), { code: `E_${SECRET}` });
  const error = new Error(`code ${SECRET}\n    at ${SECRET} (/srv/${SECRET}.js:1:1)`, { cause });
  return Object.assign(error, {
    name: `Error ${SECRET}`,
    code: SECRET,
    request: { headers: { cookie: SECRET, authorization: `Bearer ${SECRET}` }, body: SECRET },
    toJSON: () => SECRET,
  });
}

describe('the log', () => {
  test('never writes a secret, whichever field, event or error carries it', () => {
    const { log, written } = capture();
    const fields: Record<string, unknown> = {
      text: SECRET,
      card: SECRET,
      token: SECRET,
      cookie: SECRET,
      url: `/login/${SECRET}`,
      nested: { code: SECRET },
      error: errorFullOfSecrets(),
    };
    for (const name of ['code', 'route', 'method', 'channel', 'dialog', 'intent', 'outcome']) {
      fields[name] = SECRET;
    }
    for (const name of ['status', 'durationMs', 'port', 'count']) {
      fields[name] = { toString: () => SECRET, toJSON: () => SECRET };
    }
    for (const write of [log.info, log.warn, log.error]) {
      // What a careless caller could hand over past the compiler.
      write('server.failed', fields as LogFields);
      write(`asked ${SECRET}`, { error: SECRET });
      write('server.failed', { route: `/login/${SECRET}?t=${SECRET}` });
    }

    expect(written()).not.toContain(SECRET);
    expect(written().match(/"code":"\[removed\]"/g)?.length).toBeGreaterThanOrEqual(3);
    expect(written().trim().split('\n')).toHaveLength(9);
  });

  test('drops numbers that are too large for their field, such as a card number as a count', () => {
    const { log, written } = capture();
    log.info('codes.imported', { count: 100_234_567_890 });
    expect(written()).not.toContain('100234567890');
  });

  test('writes the named fields as one JSON line with level, time and event', () => {
    const { log, written } = capture();
    log.warn('http.answered', {
      code: 'ERR_HTTP2_ERROR',
      route: '/v3/directline/conversations/:id/activities',
      method: 'POST',
      status: 413,
      durationMs: 12,
      channel: 'botframework',
      port: 3978,
    });
    expect(JSON.parse(written())).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      event: 'http.answered',
      code: 'ERR_HTTP2_ERROR',
      route: '/v3/directline/conversations/:id/activities',
      method: 'POST',
      status: 413,
      durationMs: 12,
      channel: 'botframework',
      port: 3978,
    });
  });

  test('writes nothing below its level', () => {
    const { log, written } = capture('error');
    log.info('server.listening');
    log.warn('server.slow');
    expect(written()).toBe('');
    log.error('server.failed');
    expect(written()).toContain('server.failed');
  });
});

describe('a described error', () => {
  test('keeps name, code and frames of itself and of its cause', () => {
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    const described = describeError(new RangeError('first line\nsecond line', { cause }));
    expect(described).toMatchObject({
      name: 'RangeError',
      cause: { name: 'Error', code: 'ECONNREFUSED' },
    });
    expect(described['frames']).toEqual(
      expect.arrayContaining([expect.stringMatching(/^at .*log\.test\.ts:\d+:\d+\)?$/)]),
    );
    expect(JSON.stringify(described)).not.toContain('second line');
  });

  test('keeps the old message out when the message was changed after the throw', () => {
    const error = new Error(`${SECRET} was refused\n${SECRET} again`);
    // V8 writes the stack down when it is first read, with the message of that moment.
    expect(error.stack).toContain(SECRET);
    error.message = 'changed';
    expect(JSON.stringify(describeError(error))).not.toContain(SECRET);
  });

  test('tells only the type of a thrown value that is no error', () => {
    expect(describeError(SECRET)).toEqual({ name: 'string' });
  });

  test('ends with a chain of causes that bites its tail', () => {
    const error = new Error('loop');
    error.cause = error;
    expect(JSON.stringify(describeError(error)).match(/"cause"/g)).toHaveLength(3);
  });
});
