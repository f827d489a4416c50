import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { LedgerError } from '../src/codes/index.ts';
import { listen, createServer as createWebServer } from '../src/server.ts';
import { createLog } from '../src/log.ts';
import { startFailure } from '../src/startFailure.ts';
import { freePort } from './support/freePort.ts';

async function failure(attempt: Promise<unknown>): Promise<string> {
  return startFailure(await attempt.then(() => null).catch((error: unknown) => error));
}

test('a port that is taken is named, with what to do about it', async () => {
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void other.close());
  const log = createLog('silent');
  const server = createWebServer({ log, clock: () => new Date(), trustedProxies: [] });
  expect(await failure(listen(server, '127.0.0.1', port))).toBe(
    `EADDRINUSE: listen EADDRINUSE: address already in use 127.0.0.1:${port}. Another program ` +
      'listens there, perhaps this one: end it (ss -ltnp tells which), or change PORT or METRICS_PORT.\n',
  );
});

test('a full disk is told once, and that nothing is lost', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    syscall: 'write',
  });
  expect(startFailure(full)).toBe(
    'ENOSPC: no space left on device, write. The disk is full: make room (df -h, df -i) and start ' +
      'again. No code is lost.\n',
  );
});

test('an error of ours says what the system said, however deep that lies', () => {
  const denied = Object.assign(new Error("EACCES: permission denied, open '/var/lib/x'"), {
    code: 'EACCES',
    syscall: 'open',
  });
  const error = new LedgerError('LEDGER_UNAVAILABLE', 'The codes of 2026-12 cannot be read now.', {
    cause: denied,
  });
  expect(startFailure(error)).not.toContain('EACCES');
  const wrapped = new LedgerError(
    'LEDGER_UNAVAILABLE',
    'The codes of 2026-12 cannot be read now.',
    new Error('in between', { cause: denied }),
  );
  expect(startFailure(wrapped)).toMatch(
    /^LEDGER_UNAVAILABLE: The codes .* \(EACCES: permission denied, open '\/var\/lib\/x'\) Look at/,
  );
});

test('what was thrown without a code still gets one', () => {
  expect(startFailure('no')).toBe('START_FAILED: no\n');
});
