import type { Command } from 'commander';
import type { Month } from '../../rules/index.ts';
import { formatMonth, type Say } from '../../text/index.ts';
import type { ActivationOperations } from './activationOperations.ts';
import { readArguments } from '../readArguments.ts';
import type { StaffIo } from '../staffContext.ts';
import { UsageError } from '../usageError.ts';
import type { WithOperations } from '../withOperations.ts';

/** Adds the command that marks whether one code was activated. */
export function addMarkCommand(
  activations: Command,
  say: Say,
  io: StaffIo,
  withActivations: WithOperations<ActivationOperations>,
): void {
  const read = readArguments(say);

  function readState(text: string): { readonly activated: boolean | null } {
    switch (text.toLowerCase()) {
      case 'tak':
        return { activated: true };
      case 'nie':
        return { activated: false };
      case 'nieznany':
        return { activated: null };
      default:
        throw new UsageError(say('staffActivations.mark.badState', { text }));
    }
  }

  activations
    .command('zaznacz')
    .description(say('staffActivations.help.mark'))
    .argument(`<${say('staff.help.monthName')}>`, say('staff.help.monthArgument'), read.month)
    .argument(`<${say('staffActivations.help.codeName')}>`, say('staffActivations.help.code'))
    .argument(
      `<${say('staffActivations.help.stateName')}>`,
      say('staffActivations.help.state'),
      readState,
    )
    .requiredOption(
      `--powod <${say('staffData.help.reasonName')}>`,
      say('staffActivations.help.reason'),
      read.reason,
    )
    .action(
      (
        month: Month,
        codeOrCard: string,
        { activated }: ReturnType<typeof readState>,
        { powod: reason }: { readonly powod: string },
      ) =>
        withActivations(async (operations) => {
          const mark = await operations.markActivation({ month, codeOrCard, activated, reason });
          if (mark.outcome === 'notClaimed') {
            const sentence = say('staffActivations.mark.notClaimed', { month: formatMonth(month) });
            io.err(`${sentence}\n`);
            return 1;
          }
          const { codeEnd, before, refusedMonth } = mark;
          const values = { codeEnd, month: formatMonth(month), after: sayState(activated, say) };
          const isSame = before === activated;
          const lines = [
            isSame
              ? say('staffActivations.mark.same', values)
              : say('staffActivations.mark.done', { ...values, before: sayState(before, say) }),
            ...(refusedMonth
              ? [say('staffActivations.mark.refused', { month: formatMonth(refusedMonth) })]
              : []),
            ...(isSame ? [] : [say('staffActivations.mark.undo', { month })]),
          ];
          io.out(`${lines.join('\n')}\n`);
          return 0;
        }),
    );
}

function sayState(activated: boolean | null, say: Say): string {
  if (activated === null) return say('staffActivations.mark.state.unknown');
  return activated
    ? say('staffActivations.mark.state.activated')
    : say('staffActivations.mark.state.notActivated');
}
