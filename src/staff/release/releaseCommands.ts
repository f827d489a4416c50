import { setTimeout as pass } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Say } from '../../text/index.ts';
import { onOneLine } from '../onOneLine.ts';
import { sayReleaseDay } from './sayReleaseDay.ts';
import type { StaffIo } from '../staffContext.ts';
import { UsageError } from '../usageError.ts';
import { watchReleaseDay } from './watchReleaseDay.ts';
import type { UseOperations } from '../withOperations.ts';

/** Milliseconds between two looks. */
const every = 2_000;
const longestText = 300;

/** Adds the commands for the morning of a release. */
export function addReleaseCommands(
  program: Command,
  say: Say,
  io: StaffIo,
  useOperations: UseOperations,
  isBotRunning: () => Promise<boolean>,
): void {
  program
    .command('dzien-wydania')
    .description(say('staffRelease.help.day'))
    .option('--raz', say('staffRelease.help.once'))
    .action(async ({ raz }: { readonly raz?: boolean }) => {
      const look = () => useOperations((operations) => operations.releaseDay());
      if (raz === true) return io.out(sayReleaseDay(await look(), say));
      await watchReleaseDay({ look, isBotRunning, pause: () => pass(every) }, say, io);
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
  const line = onOneLine(text);
  if (line !== '' && line.length <= longestText) return line;
  throw new UsageError(say('staffRelease.badText', { longest: longestText }));
}
