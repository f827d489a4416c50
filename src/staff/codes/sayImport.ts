import { formatMonth, type Say } from '../../text/index.ts';
import type { CodeProblem, ImportPreview, ImportResult } from '../staffOperations.ts';

type Ready = Extract<ImportPreview, { outcome: 'ready' }>;
type Refused = Exclude<ImportPreview, { outcome: 'ready' }>;

const shownProblems = 20;

/** What the file holds and what saving it would do. */
export function sayPreview(say: Say, file: string, preview: Ready): readonly string[] {
  const { codes, encoding, title, loaded, poolSize, isPast } = preview;
  const month = formatMonth(preview.month);
  const after = loaded + codes;
  return [
    say('staff.import.found', { file, codes, encoding }),
    ...(title === null ? [] : [say('staff.import.title', { title })]),
    say('staff.import.month', { month, loaded, after, poolSize }),
    ...(after === poolSize ? [] : [say('staff.import.countDiffers', { after, poolSize })]),
    ...(isPast ? [say('staff.import.pastMonth', { month })] : []),
  ];
}

/** Why nothing was saved, and what to do. */
export function sayRefusal(say: Say, refused: Refused): readonly string[] {
  switch (refused.outcome) {
    case 'mistakes':
      return sayMistakes(say, refused);
    case 'unreadable':
      return [say('staff.refused.unreadable', { line: refused.line })];
    case 'empty':
      return [say('staff.refused.empty')];
    case 'noCodeColumn':
      return [say('staff.refused.noCodeColumn')];
    case 'farMonth':
      return [say('staff.refused.farMonth')];
    case 'tooLarge':
      return [say('staff.refused.tooLarge')];
  }
}

export function saySaved(
  say: Say,
  { added, report }: Extract<ImportResult, { outcome: 'imported' }>,
): string {
  const { month, loaded } = report;
  return say('staff.import.saved', { added, month: formatMonth(month), loaded });
}

function sayMistakes(
  say: Say,
  { problems, problemCount }: Extract<Refused, { outcome: 'mistakes' }>,
): readonly string[] {
  const shown = problems.slice(0, shownProblems);
  const hidden = problemCount - shown.length;
  const haveLengths = problems.some(({ kind }) => kind === 'wrongLength');
  return [
    say('staff.import.mistakes', { count: problemCount }),
    ...shown.map((problem) => `  ${sayProblem(say, problem)}`),
    ...(hidden > 0 ? [`  ${say('staff.import.moreMistakes', { count: hidden })}`] : []),
    say('staff.import.correct'),
    ...(haveLengths ? [say('staff.import.differentLengths')] : []),
  ];
}

function sayProblem(say: Say, problem: CodeProblem): string {
  const { line } = problem;
  switch (problem.kind) {
    case 'empty':
      return say('staff.problem.empty', { line });
    case 'strangeCharacters':
      return say('staff.problem.strangeCharacters', { line, characters: problem.characters });
    case 'spreadsheetNumber':
      return say('staff.problem.spreadsheetNumber', { line });
    case 'wrongLength': {
      const { length, usual } = problem;
      return say('staff.problem.wrongLength', { line, length, usual });
    }
    case 'duplicateInFile':
      return say('staff.problem.duplicateInFile', { line, firstLine: problem.firstLine });
    case 'alreadyLoaded':
      return say('staff.problem.alreadyLoaded', { line, month: formatMonth(problem.month) });
  }
}
