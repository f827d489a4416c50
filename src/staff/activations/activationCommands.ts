import type { Command } from 'commander';
import type { Month } from '../../rules/index.ts';
import { formatMoment, formatMonth, type Say } from '../../text/index.ts';
import type { ActivationOperations } from './activationOperations.ts';
import { confirm } from '../confirm.ts';
import type { ActivationPreview } from './judgeReport.ts';
import { addMarkCommand } from './markCommand.ts';
import { readArguments } from '../readArguments.ts';
import type { StaffIo } from '../staffContext.ts';
import { addGroup } from '../staffProgram.ts';
import type { WithOperations } from '../withOperations.ts';

type ImportFlags = { readonly miesiac: Month; readonly tak?: boolean };

/** Adds the commands about reports of activations. */
export function addActivationCommands(
  program: Command,
  say: Say,
  io: StaffIo,
  withActivations: WithOperations<ActivationOperations>,
): void {
  const read = readArguments(say);
  const monthName = say('staff.help.monthName');
  const activations = addGroup(program, 'aktywacje', say('staffActivations.help.activations'));

  activations
    .command('wczytaj')
    .description(say('staffActivations.help.import'))
    .argument(`<${say('staff.help.fileName')}>`, say('staffActivations.help.file'))
    .requiredOption(`--miesiac <${monthName}>`, say('staffActivations.help.month'), read.month)
    .option('--tak', say('staff.help.yes'))
    .action(async (name: string, { miesiac: month, tak = false }: ImportFlags) => {
      const file = await read.file(name);
      await withActivations(async (operations) => {
        const preview = await operations.previewActivations(file, month);
        if (preview.outcome !== 'ready') return refuse(preview);
        io.out(`${sayPreview(preview, say).join('\n')}\n`);
        const answer = tak ? 'yes' : await confirm(say('staff.import.question'), say, io);
        if (answer !== 'yes') {
          io.out(`${say('staff.import.notSaved')}\n`);
          return answer === 'no' ? 0 : 1;
        }
        const saved = await operations.commitActivations(file, month);
        if (saved.outcome !== 'ready') return refuse(saved);
        const { changes: count } = saved;
        io.out(
          count === 0
            ? `${say('staffActivations.unchanged')}\n`
            : `${say('staffActivations.saved', { month, count })}\n`,
        );
        return 0;
      });
    });

  activations
    .command('cofnij')
    .description(say('staffActivations.help.undo'))
    .argument(`<${monthName}>`, say('staff.help.monthArgument'), read.month)
    .action((month: Month) =>
      withActivations(async (operations) => {
        const undone = await operations.undoActivations(month);
        if (!undone) {
          io.err(`${say('staffActivations.nothingToUndo', { month: formatMonth(month) })}\n`);
          return 1;
        }
        const { kind, at, restored: count } = undone;
        io.out(`${say('staffActivations.undone', { kind, moment: formatMoment(at), count })}\n`);
        return 0;
      }),
    );

  addMarkCommand(activations, say, io, withActivations);

  function refuse(refused: Exclude<ActivationPreview, { outcome: 'ready' }>): number {
    io.err(`${sayRefusal(refused, say)}\n`);
    return 1;
  }
}

function sayPreview(
  preview: Extract<ActivationPreview, { outcome: 'ready' }>,
  say: Say,
): readonly string[] {
  const { claims, activated, notActivated, changes, refused, unmatched, unmatchedCount } = preview;
  const hidden = unmatchedCount - unmatched.length;
  return [
    say('staffActivations.preview.claims', { month: formatMonth(preview.month), claims }),
    `  ${say('staffActivations.preview.activated', { activated, notActivated })}`,
    `  ${say('staffActivations.preview.changes', { changes })}`,
    say('staffActivations.preview.refused', {
      count: refused,
      month: formatMonth(preview.nextMonth),
    }),
    ...(unmatchedCount > 0
      ? [say('staffActivations.preview.unmatched', { count: unmatchedCount })]
      : []),
    ...unmatched.map(
      ({ line, codeEnd }) =>
        `  ${say('staffActivations.preview.unmatchedLine', { line, codeEnd })}`,
    ),
    ...(hidden > 0 ? [`  ${say('staff.import.moreMistakes', { count: hidden })}`] : []),
  ];
}

function sayRefusal(refused: Exclude<ActivationPreview, { outcome: 'ready' }>, say: Say): string {
  switch (refused.outcome) {
    case 'unreadable':
      return say('staff.refused.unreadable', { line: refused.line });
    case 'unclearState':
      return say('staffActivations.refused.unclearState', { line: refused.line });
    case 'empty':
      return say('staff.refused.empty');
    case 'noCodeColumn':
      return say('staff.refused.noCodeColumn');
    case 'tooLarge':
      return say('staff.refused.tooLarge');
    case 'noMatch':
      return say('staffActivations.refused.noMatch');
  }
}
