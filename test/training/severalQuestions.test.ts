import { expect, test } from 'vitest';
import { loadModel, loadQuestionsMessages } from '../../src/training/index.ts';
import { createUnderstandParts } from '../../src/understanding/index.ts';

const { model } = loadModel('locales/pl', 'node_modules/.cache/intentModel.bin');
const understandParts = createUnderstandParts(model);

function messagesIn(name: string): ReturnType<typeof loadQuestionsMessages> {
  return loadQuestionsMessages(`test/understanding/severalQuestions/${name}.yml`);
}

function answersTo(text: string): string[] {
  return understandParts(text)
    .filter(({ decision }) => decision === 'answer')
    .map(({ intent }) => intent);
}

test.each([
  ['workedOn', 0.85],
  ['heldBack', 0.8],
  ['otherStyles', 0.7],
])('most messages with several questions get all their answers, in order: %s', (name, floor) => {
  const messages = messagesIn(name);
  const right = messages.filter(({ text, intents }) => answersTo(text).join() === intents.join());
  expect(right.length / messages.length).toBeGreaterThanOrEqual(floor);
});

test('no message with several questions gets an answer to something it does not ask', () => {
  const answeredWrongly = messagesIn('workedOn').filter(({ text, intents }) =>
    answersTo(text).some((answer) => !intents.some((intent) => intent === answer)),
  );
  expect(answeredWrongly).toEqual([]);
});

test.each([
  'przypomnij mi, kiedy będą kody',
  'sprawdź, czy mogę dostać kod',
  'powiedzcie, kiedy będą kody',
  'czy kody są rano, czy wieczorem',
  'nie wiem, jak aktywować kod',
])('a subordinate clause or an alternative is no second question: %s', (text) => {
  expect(understandParts(text)).toHaveLength(1);
});
