import { expect, test } from 'vitest';
import { rememberedText } from '../../dialogs/index.ts';

function counted() {
  const worked: string[] = [];
  const lengthOf = rememberedText((text) => {
    worked.push(text);
    return text.length;
  });
  return { lengthOf, worked };
}

test('the same short message is worked out once', () => {
  const { lengthOf, worked } = counted();
  expect(['kiedy kody?', 'kod', 'kiedy kody?'].map(lengthOf)).toEqual([11, 3, 11]);
  expect(worked).toEqual(['kiedy kody?', 'kod']);
});

test('a story is kept by nobody', () => {
  const { lengthOf, worked } = counted();
  const story = 'a'.repeat(81);
  expect([story, story].map(lengthOf)).toEqual([81, 81]);
  expect(worked).toHaveLength(2);
});

test('words with personal data are kept by nobody', () => {
  const { lengthOf, worked } = counted();
  ['moje hasło to Sowa1234', 'moje hasło to Sowa1234'].forEach(lengthOf);
  expect(worked).toHaveLength(2);
});
