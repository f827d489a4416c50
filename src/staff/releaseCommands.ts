import { setTimeout as pass } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Say } from '../text/index.ts';
import { sayReleaseDay } from './sayReleaseDay.ts';
import type { StaffIo } from './staffContext.ts';
import { UsageError } from './usageError.ts';
import type { UseOperations } from './withOperations.ts';

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
      for (;;) {
        const day = await useOperations((operations) => operations.releaseDay());
        const isLive = raz !== true && day.bot !== null;
        if (!isLive) {
          io.out(sayReleaseDay(day, say));
          return;
        }
        io.out(`${newScreen}${sayReleaseDay(day, say)}\n${say('staffRelease.stop')}\n`);
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

function readText(text: string, say: Say): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  if (line !== '' && line.length <= longestText) return line;
  throw new UsageError(say('staffRelease.badText', { longest: longestText }));
}
