import { expect, test } from 'vitest';
import { checkRivals } from '../../../src/staff/questions/rivalCheck.ts';
import { outcomeOf } from '../../../src/staff/questions/sayReading.ts';
import { sayReadings, sayScores } from '../../../src/staff/questions/sayLearned.ts';
import { sayQuestions } from '../../../src/staff/questions/sayQuestions.ts';
import { loadTexts } from '../../../src/text/index.ts';
import {
  loadModel,
  loadTrainingData,
  splitFold,
  type Scores,
} from '../../../src/training/index.ts';
import {
  createUnderstand,
  rank,
  trainModel,
  type Intent,
} from '../../../src/understanding/index.ts';
import { localesCopy } from '../support/localesCopy.ts';

const texts = loadTexts('locales/pl');
const words = { say: texts.say, texts };
/** The bot does not understand all of them: which ones depends on the examples it has. */
const christmas = [
  'kody w wigilię',
  'a w święta?',
  'czy w Wigilię też',
  'kod pod choinkę',
  'pierogi z kodem',
];

test('a group tells its first and last day in the library, and counts further wordings', async () => {
  const { localeFolder, modelFile } = await localesCopy();
  const wordings = [
    'kody w święta',
    'kody w święto',
    'kody w święta?',
    'w święta kod',
    'świeta kody',
  ];
  const questions = [...wordings, 'swieto, kody'].map((text, index) => ({
    number: index + 11,
    text,
    at: new Date(`2026-11-0${index + 1}T23:30:00Z`),
    isIgnored: false,
  }));
  const lines = sayQuestions(questions, loadModel(localeFolder, modelFile).model, words, {
    showsAll: false,
  });
  expect(lines.slice(2, 7)).toEqual([
    'nr 11: 6 razy, od 2026-11-02 do 2026-11-07',
    '  „kody w święta”',
    '  „kody w święto” (nr 12)',
    '  „w święta kod” (nr 14)',
    '  „świeta kody” (nr 15)',
  ]);
  expect(lines[7]).toBe('  i jeszcze 1 podobne');
});

test('a group names the entry that comes nearest, or what the present files answer', async () => {
  const { localeFolder, modelFile } = await localesCopy();
  const { model } = loadModel(localeFolder, modelFile);
  const told = (text: string): string | undefined => {
    const questions = [{ number: 1, text, at: new Date('2026-11-01T10:00:00Z'), isIgnored: false }];
    return sayQuestions(questions, model, words, { showsAll: false })[4];
  };
  const near = (text: string) =>
    rank(model, text).find(({ intent }) => /^(faq|action)\./.test(intent));
  const unsure = christmas.find((text) => {
    const isAnswered = createUnderstand(model)(text).decision === 'answer';
    return !isAnswered && (near(text)?.probability ?? 0) > 0.1;
  });
  const nearest = near(unsure ?? '');
  const name = nearest?.intent.replace('faq.', '') ?? '';
  const button = (texts.faq.get(name) ?? texts.labels.get(name))?.button;
  const probability = nearest?.probability.toFixed(2).replace('.', ',');
  expect(told(unsure ?? '')).toBe(`  najbliższy wpis: ${name}, ${button} (${probability})`);
  expect(told('kiedy są kody')).toBe(
    '  z obecnymi plikami asystent odpowiada: Kiedy są kody (1,00)',
  );
  expect(told('!?')).toBe('  żaden wpis nie jest podobny');
});

test('of the other questions those are told whose answer changes, and the rest is counted', async () => {
  const { localeFolder } = await localesCopy();
  const data = loadTrainingData(localeFolder);
  const text = 'zażółć gęślą jaźń';
  const messages = new Map(data.messages);
  messages.set('faq.pool', [...(messages.get('faq.pool') ?? []), text]);
  const models = { before: trainModel(data), after: trainModel({ ...data, messages }) };
  const lines = sayReadings(text, ['Zażółć gęślą jaźń!', 'kiedy są kody'], models, words);
  expect(lines).toEqual([
    expect.stringMatching(/^To pytanie: było: .+ → jest: Ile jest kodów \((0,9\d|1,00)\)$/),
    'Inne pytania z listy, które zmieniły znaczenie:',
    expect.stringMatching(/^ {2}„Zażółć gęślą jaźń!”: było: .+ → jest: Ile jest kodów/),
    'Bez zmiany: 1 inne pytanie z listy.',
  ]);
});

test('the order of suggestions and the confidence do not count as a change', () => {
  const reading = { text: 'kod', intent: 'faq.pool', confidence: 0.4 } as const;
  const suggest = (...suggestions: readonly Intent[]): string =>
    outcomeOf({ ...reading, decision: 'suggest', suggestions });
  const answer = (confidence: number, intent: Intent = 'faq.pool'): string =>
    outcomeOf({ ...reading, decision: 'answer', confidence, intent, suggestions: [] });
  expect(suggest('faq.pool', 'faq.when')).toBe(suggest('faq.when', 'faq.pool'));
  expect(suggest('faq.pool')).not.toBe(suggest('faq.pool', 'faq.when'));
  expect(answer(0.8)).toBe(answer(0.9));
  expect(answer(0.8)).not.toBe(answer(0.8, 'faq.when'));
});

test('a message that is taught to the wrong entry is found out', async () => {
  const { localeFolder, modelFile } = await localesCopy();
  const data = loadTrainingData(localeFolder);
  const { model } = loadModel(localeFolder, modelFile);
  const { heldOut } = splitFold(data, 0, 4);
  const text = heldOut.find(({ intent }) => intent === 'faq.pool')?.text ?? '';
  const { before, after } = checkRivals(data, model, { text, intent: 'faq.devices' });
  expect(after.count).toBe(before.count);
  expect(after.wrong).toBeGreaterThan(before.wrong);
});

const scores: Scores = {
  count: 1000,
  rightFirst: 0.9,
  wrong: 0.02,
  answeredRight: 0.8,
  outOfScopeAnswered: 0.01,
  suggested: 0.1,
  suggestedRight: 0.95,
};

test.each([
  ['as good', {}, /^Bez istotnego pogorszenia/],
  ['better', { rightFirst: 0.95, wrong: 0.01 }, /^Bez istotnego pogorszenia/],
  ['worse by chance', { rightFirst: 0.896, wrong: 0.024 }, /^Bez istotnego pogorszenia/],
  ['less right', { rightFirst: 0.89 }, /^Uwaga: .*faq\/pool\.yml/],
  ['more wrong', { wrong: 0.03 }, /^Uwaga: .*faq\/pool\.yml/],
])('staff read whether the bot is %s than before', (_how, change, verdict) => {
  const lines = sayScores(
    { before: scores, after: { ...scores, ...change } },
    'faq/pool.yml',
    words,
  );
  expect(lines[0]).toMatch(/na 1000 przykładach.*dobrze 90,0% → .*błędne odpowiedzi 2,0% → /);
  expect(lines[1]).toMatch(verdict);
});
