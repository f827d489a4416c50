import type { Meaning } from '../meaning/meaning.ts';

/** The named groups of a match: the first text of a name, '' when it matched nothing. */
export type Words = {
  of(name: string): string;
  /** Every text of a name that occurs more than once, in order. */
  all(name: string): readonly string[];
};

/** One way to say a date: an expression over folded text and what a match of it means. */
export type Form = {
  readonly source: string;
  readonly read: (words: Words) => Meaning | null;
};

/** Where a form was found, and what it means there. */
export type Finding = { readonly start: number; readonly end: number; readonly meaning: Meaning };

/** A form from the source of its expression, in which a group's name may occur more than once. */
export function form(source: string, read: (words: Words) => Meaning | null): Form {
  return { source, read };
}

/**
 * Makes a finder of all matches that mean something, without the blanks at their ends. The library's
 * own matching is not used: it folds the ends of words again and loses where a group stands.
 */
export function createFinder(forms: readonly Form[]): (text: string) => Finding[] {
  const compiled = forms.map(({ source, read }) => ({ pattern: compile(source), read }));
  return (text) =>
    compiled.flatMap(({ pattern, read }) =>
      Array.from(text.matchAll(pattern)).flatMap((match) => {
        const meaning = read(wordsOf(match.groups ?? {}));
        return meaning === null ? [] : [findingOf(match.index, match[0], meaning)];
      }),
    );
}

/** Numbers the names, which have to be unique: `day`, `day` become `day__0`, `day__1`. */
function compile(source: string): RegExp {
  let count = 0;
  const numbered = source.replace(
    /\(\?<([a-z]+)>/gi,
    (_, name: string) => `(?<${name}__${String(count++)}>`,
  );
  return new RegExp(numbered, 'g');
}

function wordsOf(groups: Readonly<Record<string, string | undefined>>): Words {
  const all = (name: string): string[] =>
    Object.entries(groups).flatMap(([key, text]) =>
      text !== undefined && key.startsWith(`${name}__`) ? [text] : [],
    );
  return { all, of: (name) => all(name)[0] ?? '' };
}

function findingOf(index: number, text: string, meaning: Meaning): Finding {
  const start = index + text.length - text.trimStart().length;
  return { start, end: start + text.trim().length, meaning };
}
