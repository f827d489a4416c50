import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openUnansweredQuestions } from '../../src/unanswered/index.ts';

const clock = (): Date => new Date('2026-11-24T09:00:00Z');

test('a question is there after a restart, without card number, e-mail, telephone and code', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'unanswered-'));
  const before = await openUnansweredQuestions(folder, clock);
  await before.keep('karta 2001 0000 2, ola@example.pl, tel. 600-700-800, kod AB12CD34, co teraz?');
  await before.close();

  const after = await openUnansweredQuestions(folder, clock);
  expect(after.list()).toEqual([
    { text: '[karta], [e-mail], tel. [telefon], kod [kod], co teraz?', at: clock() },
  ]);
  expect(await readFile(join(folder, 'unanswered.json'), 'utf8')).not.toMatch(/2001|ola@|600|AB12/);
});

test('a thousand questions are kept, the newest ones', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'unanswered-'));
  const questions = await openUnansweredQuestions(folder, clock);
  await Promise.all(Array.from({ length: 1005 }, (_, index) => questions.keep(`pytanie ${index}`)));
  expect(questions.list()).toHaveLength(1000);
  expect(questions.list()[0]?.text).toBe('pytanie 5');
});
