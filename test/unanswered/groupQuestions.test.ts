import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupQuestions, type UnansweredQuestion } from '../../src/unanswered/index.ts';
import type { GroupingEffort } from '../../src/unanswered/groupQuestions.ts';
import { piecesOf } from '../../src/unanswered/likeness.ts';

const hour = 60 * 60 * 1000;

/** Questions asked one an hour. */
function asked(...texts: readonly string[]): UnansweredQuestion[] {
  return texts.map((text, index) => ({
    number: index + 1,
    text,
    at: new Date(Date.UTC(2026, 10, 1) + index * hour),
    isIgnored: false,
  }));
}

function numbersOf(questions: readonly UnansweredQuestion[]): readonly (readonly number[])[] {
  return groupQuestions(questions).map((group) => group.questions.map(({ number }) => number));
}

describe('unanswered questions', () => {
  test.each([
    ['without diacritics', 'Czy będą kody w Wigilię?', 'czy beda kody w wigilie'],
    ['in another order', 'kiedy będą następne kody', 'następne kody kiedy będą'],
    ['in another form', 'zwrot książki w innej filii', 'zwroty książek w innej filii'],
    ['with a typo', 'ile kosztuje drukowanie u was', 'ile kosztuje drukowanei u was'],
    ['without words', '???', '???'],
  ])('that are the same %s form one group', (_how, one, other) => {
    expect(numbersOf(asked(one, other))).toEqual([[1, 2]]);
  });

  test.each([
    ['kiedy będą kody', 'kiedy będzie lato'],
    ['czy mogę dostać kod dla mamy', 'czy mogę dostać kartę dla psa'],
    ['drukowanie', 'czytelnia'],
    ['???', '!!!'],
  ])('that share only a frame stay apart: %s / %s', (one, other) => {
    expect(numbersOf(asked(one, other))).toHaveLength(2);
  });

  test('come with the most frequent group first, of equals the one asked last', () => {
    const groups = groupQuestions(
      asked('drukowanie', 'czytelnia', 'zwrot książki', 'Drukowanie!', 'czytelnia'),
    );
    expect(groups.map(({ first, questions }) => [first.text, questions.length])).toEqual([
      ['czytelnia', 2],
      ['drukowanie', 2],
      ['zwrot książki', 1],
    ]);
    expect(groups[1]?.first.at).toEqual(new Date('2026-11-01T00:00:00Z'));
    expect(groups[1]?.lastAt).toEqual(new Date('2026-11-01T03:00:00Z'));
  });

  test('like an ignored one are ignored, also those asked later', () => {
    const [first, ...later] = asked('drukowanie', 'czytelnia', 'drukowanie?');
    const questions = [...(first ? [{ ...first, isIgnored: true }] : []), ...later];
    expect(groupQuestions(questions).map((group) => group.first.isIgnored)).toEqual([true, false]);
  });

  test('join the group they are most like', () => {
    const [one, other] = ['kiedy będą kody', 'kiedy kody na styczeń'];
    const between = 'kiedy będą kody na styczeń';
    expect(numbersOf(asked(one, other))).toEqual([[2], [1]]);
    expect(numbersOf(asked(one, between))).toEqual([[1, 2]]);
    expect(numbersOf(asked(one, other, between))).toEqual([[2, 3], [1]]);
  });

  test('are compared by their first letters', () => {
    expect(piecesOf('kod '.repeat(75) + 'zwrot').has('zwr')).toBe(false);
    expect([...piecesOf('Kódy?')]).toEqual([' ko', 'kod', 'ody', 'dy ']);
  });

  test('stay in their group when more questions arrive', () => {
    const words = fc.constantFrom('kod', 'kody', 'wigilia', 'wigilię', 'kiedy', 'drukowanie', '?');
    const text = fc.array(words, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), fc.array(text, { maxLength: 12 }), (a, b) => {
        const groupsOf = (texts: readonly string[]) =>
          groupQuestions(asked(...texts)).flatMap(({ first, questions }) =>
            questions.map(({ number }) => [number, first.number] as const),
          );
        const later = new Map(groupsOf([...a, ...b]));
        for (const [number, group] of groupsOf(a)) expect(later.get(number)).toBe(group);
      }),
    );
  });

  test('by the thousand, long and half alike, cost a bounded number of steps', () => {
    const effort: GroupingEffort = { steps: 0 };
    const shared = Array.from({ length: 10 }, (_, index) => `wspólne${index}`).join(' ');
    const texts = Array.from({ length: 1000 }, (_, index) => {
      const own = Array.from(
        { length: 30 },
        (_, at) => ((index * 7919 + at * 104_729) % 99_991) + 'x',
      );
      return `${shared} ${own.join('q')}`.slice(0, 300);
    });
    const groups = groupQuestions(asked(...texts), effort);
    expect(groups.length).toBeGreaterThan(500);
    expect(effort.steps).toBeLessThan(((1000 * 999) / 2) * 200);
  });
});
