import type { CalendarDay } from '../../rules/index.ts';
import { formatDay, type Say } from '../../text/index.ts';
import type { ReadersColumn, ReadersFile, ReadersProblem } from './readersFile.ts';

type List = Extract<ReadersFile, { outcome: 'read' }>;

const shownProblems = 20;
const columns: readonly ReadersColumn[] = [
  'card',
  'balance',
  'loansThisYear',
  'dataConfirmedOn',
  'overdueItems',
];

/** What the list holds and what saving it would do. */
export function sayReadersPreview(
  say: Say,
  file: string,
  day: CalendarDay,
  { encoding, titles, rows, problems, oddCards }: List,
  before: number,
): readonly string[] {
  const shown = problems.slice(0, shownProblems);
  const hidden = problems.length - shown.length;
  return [
    say('staffReaders.import.found', { file, count: rows.length, encoding, day: formatDay(day) }),
    ...columns.map((name) =>
      titles[name] === undefined
        ? `  ${say(`staffReaders.column.${name}`)}: ${say('staffReaders.import.noColumn')}`
        : `  ${say(`staffReaders.column.${name}`)}: „${titles[name]}”`,
    ),
    say('staffReaders.import.replaces', { before }),
    ...(oddCards > 0 ? [say('staffReaders.import.oddCards', { count: oddCards })] : []),
    ...(problems.length > 0
      ? [say('staffReaders.import.mistakes', { count: problems.length })]
      : []),
    ...shown.map((problem) => `  ${sayProblem(say, problem)}`),
    ...(hidden > 0 ? [`  ${say('staff.import.moreMistakes', { count: hidden })}`] : []),
  ];
}

/** Why the file is no list of readers. */
export function sayReadersRefusal(
  say: Say,
  refused: Exclude<ReadersFile, { outcome: 'read' }>,
): readonly string[] {
  switch (refused.outcome) {
    case 'unreadable':
      return [say('staff.refused.unreadable', { line: refused.line })];
    case 'empty':
      return [say('staffReaders.refused.empty')];
    case 'noCardColumn':
      return [say('staffReaders.refused.noCardColumn')];
    case 'noFactColumn':
      return [say('staffReaders.refused.noFactColumn')];
  }
}

function sayProblem(say: Say, { line, kind }: ReadersProblem): string {
  return say(`staffReaders.problem.${kind}`, { line });
}
