import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSip2, servedPatron, startSip2Server } from '../../../src/library/index.ts';
import { noon } from './sip2World.ts';

/** Each reader owes what only this reader owes. */
const readers = Array.from({ length: 6 }, (_, number) =>
  servedPatron({
    card: `20010000${number}`,
    password: `haslo${number}`,
    balance: `${number + 1}.0${number}`,
    fines: 1,
    overdue: number,
  }),
);

const owed = (number: number): number => (number + 1) * 100 + number;

const mischief = fc.record({
  answering: fc.constantFrom('atOnce', 'atOnce', 'hold', 'silent'),
  checksum: fc.constantFrom('right', 'right', 'zero', 'none', 'broken'),
  breakNext: fc.nat(2),
  misreadNext: fc.nat(2),
  pieces: fc.constantFrom(0, 1, 7),
  repeats: fc.boolean(),
  lineEnd: fc.constantFrom('\r', '\r\n'),
  answersAbout: fc.option(fc.constantFrom(...readers.map(({ card }) => card)), { nil: null }),
});

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('ask'), reader: fc.nat(5) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('signIn'), reader: fc.nat(5), knows: fc.nat(5) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('behave'), behaviour: mischief }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('release') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart') }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('letTime') }) },
);

const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve));

describe('two readers', () => {
  it('never meet each other: not late, not repeated, not after a restart, not from a liar', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 30 }),
        fc.constantFrom(1, 3),
        fc.constantFrom('strict', 'warn', 'off'),
        async (steps, connections, verify) => {
          const server = await startSip2Server({ patrons: readers });
          const accounts = openSip2({
            settings: {
              host: '127.0.0.1',
              port: server.port,
              connections,
              // A type of its own only until it is read.
              verify: verify as 'strict',
              readMs: 15,
              restAfterFailures: 2,
              restMs: 5,
              refuseWithoutPassword: false,
            },
            clock: () => noon,
          });
          const checks: Promise<void>[] = [];
          for (const one of steps) {
            if (one.kind === 'ask' && 'reader' in one) {
              const { card } = readers[one.reader]!;
              checks.push(
                accounts.facts(card as never).then(({ balance, overdueItems }) => {
                  if (balance.known) expect(balance.value).toBe(owed(one.reader));
                  if (overdueItems.known) expect(overdueItems.value).toBe(one.reader);
                }),
              );
            }
            if (one.kind === 'signIn' && 'knows' in one) {
              const { card } = readers[one.reader]!;
              const { password } = readers[one.knows]!;
              checks.push(
                accounts.authenticate(card, password ?? '').then((result) => {
                  if (result.outcome !== 'authenticated') return;
                  expect(result.card).toBe(card);
                  expect(one.knows).toBe(one.reader);
                }),
              );
            }
            if ('behaviour' in one) Object.assign(server.behaviour, one.behaviour);
            if (one.kind === 'release') server.release();
            if (one.kind === 'restart') server.drop();
            if (one.kind === 'letTime') await turnOfTheLoop();
          }
          server.release();
          await Promise.all(checks);
          await accounts.close();
          await server.close();
        },
      ),
      { numRuns: 60 },
    );
  });
});
