import { setTimeout as pass } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Say } from '../../text/index.ts';
import { onOneLine } from '../onOneLine.ts';
import { sayReleaseDay } from './sayReleaseDay.ts';
import type { StaffIo } from '../staffContext.ts';
import { StaffError } from '../staffError.ts';
import { UsageError } from '../usageError.ts';
import type { UseOperations } from '../withOperations.ts';

/** Milliseconds between two looks. */
const every = 2_000;
const longestText = 300;
/** Clears the screen and moves the cursor to its corner. */
const newScreen = '\u001b[2J\u001b[H';

/** Adds the commands for the morning of a release. */
export function addReleaseCommands(
  program: Command,
  say: Say,
  io: StaffIo,
  useOperations: UseOperations,
): void {
  program
    .command('dzien-wydania')
    .description(say('staffRelease.help.day'))
    .option('--raz', say('staffRelease.help.once'))
    .action(async ({ raz }: { readonly raz?: boolean }) => {
      let isOpen = false;
      for (;;) {
        const look = useOperations((operations) => operations.releaseDay());
        // Whoever watches must see that nothing can be read, and that it can be read again.
        const day = await (isOpen ? look.catch(nullWhileAway) : look);
        const isLive = raz !== true && day?.bot !== null;
        if (day && !isLive) {
          io.out(sayReleaseDay(day, say));
          return;
        }
        isOpen = true;
        const shown = day ? sayReleaseDay(day, say) : `${say('staffRelease.cannotSave')}\n`;
        io.out(`${newScreen}${shown}\n${say('staffRelease.stop')}\n`);
        await pass(every);
      }
    });

  program
    .command('wstrzymaj')
    .description(say('staffRelease.help.pause'))
    .argument(`<${say('staffRelease.help.textName')}>`, say('staffRelease.help.text'), (text) =>
      readText(text, say),
    )
    .action(async (text: string) => {
      await useOperations((operations) => operations.pauseClaims(text));
      io.out(`${say('staffRelease.pausedNow', { text })}\n`);
    });

  program
    .command('wznow')
    .description(say('staffRelease.help.resume'))
    .action(async () => {
      await useOperations((operations) => operations.resumeClaims());
      io.out(`${say('staffRelease.resumedNow')}\n`);
    });
}

/** For an error inside the running bot that passes by itself. */
function nullWhileAway(error: unknown): null {
  const reason = error instanceof StaffError ? error.reason : null;
  if (reason === 'LEDGER_UNAVAILABLE' || reason === 'DATABASE_AWAY') return null;
  throw error;
}

function readText(text: string, say: Say): string {
  const line = onOneLine(text);
  if (line !== '' && line.length <= longestText) return line;
  throw new UsageError(say('staffRelease.badText', { longest: longestText }));
}
