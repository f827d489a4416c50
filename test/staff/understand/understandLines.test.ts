import { expect, test } from 'vitest';
import {
  understandLines,
  type LineReading,
} from '../../../src/staff/understand/understandLines.ts';
import {
  createUnderstand,
  createUnderstandParts,
  trainModel,
} from '../../../src/understanding/index.ts';
import { smallData } from '../../understanding/intents/smallData.ts';

const model = trainModel(smallData);
const reading: LineReading = {
  understand: createUnderstand(model),
  understandParts: createUnderstandParts(model),
  clock: () => new Date('2026-12-10T09:00:00+01:00'),
};

async function answersTo(lines: string[], more: Partial<LineReading> = {}): Promise<unknown[]> {
  async function* source(): AsyncGenerator<string> {
    yield* lines;
  }
  const answers: unknown[] = [];
  for await (const answer of understandLines(source(), { ...reading, ...more })) {
    expect(answer).not.toContain('\n');
    answers.push(JSON.parse(answer));
  }
  return answers;
}

test('plain and JSON lines get one answer each, in their order', async () => {
  const answers = await answersTo(['kiedy są kody', '{"text":"na ilu urządzeniach"}', '']);
  expect(answers).toMatchObject([
    { text: 'kiedy są kody', decision: 'answer', intent: 'faq.when', suggestions: [] },
    { text: 'na ilu urządzeniach', decision: 'answer', intent: 'faq.devices' },
    { text: '', decision: 'unknown' },
  ]);
});

test('a broken JSON line is read as a message and says what is wrong', async () => {
  const answers = await answersTo(['{"text":', '{"tekst":"kod"}', '{"text":"kod","now":"jutro"}']);
  expect(answers).toMatchObject([
    { text: '{"text":', error: expect.stringContaining('not JSON') as string },
    { text: '{"tekst":"kod"}', error: expect.stringContaining('"text"') as string },
    { error: expect.stringContaining('"now"') as string },
  ]);
});

test('several questions in a message are listed one by one', async () => {
  const [answer] = await answersTo(['kiedy są kody i na ilu urządzeniach można czytać']);
  expect(answer).toMatchObject({ questions: [{ intent: 'faq.when' }, { intent: 'faq.devices' }] });
});

test('dates are read at the moment given in the line, else now', async () => {
  const datesOf = (_: string, now: Date): string => now.toISOString();
  const answers = await answersTo(['kod', '{"text":"kod","now":"2026-01-02T03:04:05Z"}'], {
    datesOf,
  });
  expect(answers).toMatchObject([
    { dates: '2026-12-10T08:00:00.000Z' },
    { dates: '2026-01-02T03:04:05.000Z' },
  ]);
});

test('answers come while lines still arrive', async () => {
  let asked = 0;
  async function* endless(): AsyncGenerator<string> {
    for (;;) {
      asked += 1;
      yield await Promise.resolve('kod');
    }
  }
  const answers = understandLines(endless(), reading);
  await answers.next();
  expect(asked).toBe(1);
  await answers.return(undefined);
});
