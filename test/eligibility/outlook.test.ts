import { expect, test } from 'vitest';
import { LedgerError } from '../../src/codes/index.ts';
import { outlooks } from '../../src/eligibility/outlook.ts';
import { calendarDay, month } from '../../src/rules/index.ts';
import { policyOf } from '../rules/exampleReader.ts';

const now = new Date('2026-12-10T09:00:00Z');
const policy = policyOf({ validFrom: calendarDay('2026-01-01') });
const schedule = new Map([[month('2026-12'), new Date('2026-12-10T08:00:00Z')]]);

/** What is asked of the ledger and of the switch, and who is answered when. */
function library() {
  const asked: string[] = [];
  const answers = new Map<string, () => void>();
  const ask = <Answer>(name: string, answer: Answer): Promise<Answer> => {
    asked.push(name);
    return new Promise((resolve) => answers.set(name, () => resolve(answer)));
  };
  const pool = { month: month('2026-12'), size: 410, remaining: 22 };
  const ledger = { pool: () => ask('pool', pool), schedule: () => ask('schedule', schedule) };
  return { asked, ledger, ask, answerAll: () => answers.forEach((answer) => answer()) };
}

test('pool, schedule and pause are asked beside each other', async () => {
  const { asked, ledger, ask, answerAll } = library();
  const told = outlooks(
    ledger,
    [policy],
    () => now,
    () => ask('pause', 'Wracamy o 10.'),
  )();
  expect(asked.sort()).toEqual(['pause', 'pool', 'schedule']);
  answerAll();
  expect(await told).toMatchObject({ isPoolKnown: true, pausedText: 'Wracamy o 10.' });
});

test('while nobody knows whether claims pause, nothing is said about codes left', async () => {
  const { ledger, answerAll } = library();
  const told = outlooks(
    ledger,
    [policy],
    () => now,
    () => Promise.reject(new LedgerError('LEDGER_UNAVAILABLE', 'Away.')),
  )();
  answerAll();
  expect(await told).toMatchObject({ isPoolKnown: false, pool: null, pausedText: null });
});

test('any other failure is no outlook', async () => {
  const { ledger, answerAll } = library();
  const told = outlooks(
    ledger,
    [policy],
    () => now,
    () => Promise.reject(new Error('broken')),
  )();
  answerAll();
  await expect(told).rejects.toThrow('broken');
});
