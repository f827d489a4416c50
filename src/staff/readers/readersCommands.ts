import { basename } from 'node:path';
import type { Command } from 'commander';
import { readSnapshot, writeSnapshot } from '../../library/index.ts';
import { calendarDay, dayOf, daysBetween, type CalendarDay } from '../../rules/index.ts';
import { formatDay } from '../../text/index.ts';
import { confirm } from '../confirm.ts';
import { readArguments } from '../readArguments.ts';
import { readersFile } from './readersFile.ts';
import { sayReadersPreview, sayReadersRefusal } from './sayReaders.ts';
import type { StaffContext, StaffIo } from '../staffContext.ts';
import { addGroup } from '../staffProgram.ts';
import { usedDataFolder } from '../usedDataFolder.ts';
import { UsageError } from '../usageError.ts';

type ImportFlags = {
  readonly stanNa?: CalendarDay;
  readonly pominBledy?: boolean;
  readonly tak?: boolean;
};

/**
 * Adds the commands about lists of readers. They write the file in the data folder themselves: a list
 * is large, and a running bot goes on answering while it is read.
 */
export function addReadersCommands(
  program: Command,
  context: StaffContext,
  io: StaffIo,
  finish: (exitCode: number) => void,
): void {
  const { say, clock, dataFolder, snapshot } = context;
  const read = readArguments(say);
  const readers = addGroup(program, 'czytelnicy', say('staffReaders.help.readers'));

  readers
    .command('wczytaj')
    .description(say('staffReaders.help.import'))
    .argument(`<${say('staff.help.fileName')}>`, say('staffReaders.help.file'))
    .option(`--stan-na <${say('staff.help.dayName')}>`, say('staffReaders.help.day'), read.day)
    .option('--pomin-bledy', say('staffReaders.help.skip'))
    .option('--tak', say('staff.help.yes'))
    .action(async (name: string, options: ImportFlags) => {
      finish(await importReaders(name, options));
    });

  readers
    .command('stan')
    .description(say('staffReaders.help.state'))
    .action(async () => {
      const list = await readSnapshot(dataFolder);
      io.out(
        list
          ? `${say('staffReaders.state.known', { day: formatDay(list.day), count: list.lines.length })}\n`
          : `${say('staffReaders.state.none')}\n`,
      );
    });

  /** A list that the bot would not read must not be kept: it names readers and their debts. */
  function dayToImport(day: CalendarDay | null): CalendarDay {
    if (!snapshot) throw new UsageError(say('staffReaders.usage.noSection'));
    if (day === null) throw new UsageError(say('staffReaders.usage.noDay'));
    const today = dayOf(clock());
    if (day > today) throw new UsageError(say('staffReaders.usage.futureDay'));
    const { maximumAgeDays: days } = snapshot;
    if (daysBetween(day, today) > days) {
      throw new UsageError(say('staffReaders.usage.oldDay', { days }));
    }
    return day;
  }

  async function importReaders(name: string, options: ImportFlags): Promise<number> {
    const { pominBledy: skipsMistakes = false, tak: isConfirmed = false } = options;
    const refuse = (lines: readonly string[]): number => {
      io.err(`${lines.join('\n')}\n`);
      return 1;
    };
    const day = dayToImport(options.stanNa ?? dayInName(name));
    await usedDataFolder(dataFolder);

    const list = readersFile(await read.file(name), day);
    if (list.outcome !== 'read') return refuse(sayReadersRefusal(say, list));
    const before = await readSnapshot(dataFolder);
    io.out(
      `${sayReadersPreview(say, basename(name), day, list, before?.lines.length ?? 0).join('\n')}\n`,
    );
    if (list.rows.length === 0 || (list.problems.length > 0 && !skipsMistakes)) {
      return refuse([say('staffReaders.refused.mistakes')]);
    }
    const answer = isConfirmed ? 'yes' : await confirm(say('staff.import.question'), say, io);
    if (answer !== 'yes') {
      io.out(`${say('staff.import.notSaved')}\n`);
      return answer === 'no' ? 0 : 1;
    }
    await writeSnapshot(dataFolder, { day, rows: list.rows });
    io.out(
      `${say('staffReaders.import.saved', { count: list.rows.length, day: formatDay(day) })}\n`,
    );
    return 0;
  }
}

/** Of `czytelnicy-2026-11-20.csv`, as a nightly export is named; `null` when there is no day in it. */
function dayInName(name: string): CalendarDay | null {
  const [text] = /\d{4}-\d{2}-\d{2}/.exec(basename(name)) ?? [];
  try {
    return text === undefined ? null : calendarDay(text);
  } catch {
    return null;
  }
}
