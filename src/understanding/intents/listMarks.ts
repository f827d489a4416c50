const mark = /(?<=^|[\s,;:(])(?:(\d)[.)]|([a-e])\))(?=\s)|(?<=^|\n)[ \t]*[-\u2013\u2022*](?=\s)/giu;

/** A message with the marks of its list ("1)", "b)", "-") blanked out, and where they ended. */
export type WithoutMarks = { readonly message: string; readonly marks: readonly number[] };

/**
 * Numbers and letters are marks of a list only when they count from 1 or "a" on, at least to two:
 * otherwise they belong to what is said. A list may begin behind words: "proszę o informację: 1) …".
 */
export function blankListMarks(message: string): WithoutMarks {
  const numbered = ['123456789', 'abcde'].map((order) => countedMarks(message, order));
  const bullets = [...message.matchAll(mark)].filter(
    ({ 1: digit, 2: letter }) => !digit && !letter,
  );
  const [list = []] = [...numbered, bullets].filter(({ length }) => length > 1);
  let blanked = message;
  for (const { 0: text, index } of list) {
    const end = index + text.length;
    blanked = blanked.slice(0, index) + ' '.repeat(text.length) + blanked.slice(end);
  }
  return { message: blanked, marks: list.map(({ 0: text, index }) => index + text.length) };
}

function countedMarks(message: string, order: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (const match of message.matchAll(mark)) {
    const [, digit, letter] = match;
    if ((digit ?? letter)?.toLowerCase() === order[found.length]) found.push(match);
  }
  return found;
}
