import { oneOf } from './pattern.ts';

/** Cardinals in the cases that durations use: "dwa dni", "dwóch dni", "dwoma dniami". */
const units: readonly (readonly [number, readonly string[]])[] = [
  [1, ['jeden', 'jedna', 'jedno', 'jednego', 'jednym', 'jednej']],
  [2, ['dwa', 'dwie', 'dwoch', 'dwu', 'dwoma', 'dwiema']],
  [3, ['trzy', 'trzech', 'trzema']],
  [4, ['cztery', 'czterech', 'czterema']],
  [5, ['piec', 'pieciu', 'piecioma']],
  [6, ['szesc', 'szesciu', 'szescioma']],
  [7, ['siedem', 'siedmiu', 'siedmioma']],
  [8, ['osiem', 'osmiu', 'osmioma']],
  [9, ['dziewiec', 'dziewieciu', 'dziewiecioma']],
];

const teens: readonly (readonly [number, readonly string[]])[] = [
  [10, ['dziesiec', 'dziesieciu', 'dziesiecioma']],
  [11, ['jedenascie', 'jedenastu', 'jedenastoma']],
  [12, ['dwanascie', 'dwunastu', 'dwunastoma']],
  [13, ['trzynascie', 'trzynastu', 'trzynastoma']],
  [14, ['czternascie', 'czternastu', 'czternastoma']],
  [15, ['pietnascie', 'pietnastu', 'pietnastoma']],
  [16, ['szesnascie', 'szesnastu', 'szesnastoma']],
  [17, ['siedemnascie', 'siedemnastu', 'siedemnastoma']],
  [18, ['osiemnascie', 'osiemnastu', 'osiemnastoma']],
  [19, ['dziewietnascie', 'dziewietnastu', 'dziewietnastoma']],
];

const tens: readonly (readonly [number, readonly string[]])[] = [
  [20, ['dwadziescia', 'dwudziestu', 'dwudziestoma']],
  [30, ['trzydziesci', 'trzydziestu', 'trzydziestoma']],
  [40, ['czterdziesci', 'czterdziestu']],
  [50, ['piecdziesiat', 'piecdziesieciu']],
  [60, ['szescdziesiat', 'szescdziesieciu']],
  [90, ['dziewiecdziesiat', 'dziewiecdziesieciu']],
  [100, ['sto', 'stu']],
];

const flat = (rows: readonly (readonly [number, readonly string[]])[]): [string, number][] =>
  rows.flatMap(([value, words]) => words.map((word): [string, number] => [word, value]));

const values: ReadonlyMap<string, number> = new Map(flat([...units, ...teens, ...tens]));

const small = oneOf(flat(units).map(([word]) => word));
const middle = oneOf(flat(teens).map(([word]) => word));
const large = oneOf(flat(tens).map(([word]) => word));

/** A written cardinal or digits. */
export const numberWord = `(?:\\d{1,3}|${large}(?: (?:${small}|${middle}))?|${middle}|${small})`;

/** The value of `numberWord`; 0 when it is none. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  return text.split(' ').reduce((sum, word) => sum + (values.get(word) ?? 0), 0);
}
