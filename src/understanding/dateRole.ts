/** What a reader says happened on a date. */
export type DateRole = 'claimed' | 'activated' | 'unsaid';

/** Stems of the verbs and nouns, folded: "pobrałam", "dostałem", "odebrano"; "aktywowałam", "wpisałem". */
const stems: Readonly<Record<Exclude<DateRole, 'unsaid'>, RegExp>> = {
  claimed: /pobra|pobier|pobior|dosta|odebra|odbior|wygenerowa|wzie|wzia|sciagne|pozyska/gu,
  activated: /aktyw|wpisa|uruchomi|wlacz/gu,
};

/**
 * What happened on the date at `offset`, by the nearest verb: "pobrałam 10, aktywowałam 15 sierpnia".
 */
export function dateRoleAt(text: string, offset: number): DateRole {
  const folded = foldLetters(text);
  const distances = Object.entries(stems).flatMap(([role, stem]) =>
    [...folded.matchAll(stem)].map(({ index }) => ({
      role: role as DateRole, // the keys of `stems` are roles
      distance: distanceBetween(folded, index, offset),
    })),
  );
  distances.sort((one, other) => one.distance - other.distance);
  return distances[0]?.role ?? 'unsaid';
}

/** Letters of distance that a comma between verb and date counts for. */
const clauseBreak = 30;

function distanceBetween(text: string, verb: number, date: number): number {
  const between = text.slice(Math.min(verb, date), Math.max(verb, date));
  return between.length + (/[,.;?!]/u.test(between) ? clauseBreak : 0);
}

const plain: Readonly<Record<string, string>> = {
  ą: 'a',
  ć: 'c',
  ę: 'e',
  ł: 'l',
  ń: 'n',
  ó: 'o',
  ś: 's',
  ź: 'z',
  ż: 'z',
};

/** Letter by letter, so that offsets stay valid. */
function foldLetters(text: string): string {
  return text.toLowerCase().replace(/[ąćęłńóśźż]/gu, (letter) => plain[letter] ?? letter);
}
