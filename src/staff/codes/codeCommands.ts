import type { Command } from 'commander';
import type { CalendarDay, Month } from '../../rules/index.ts';
import type { Say } from '../../text/index.ts';
import { importCodes } from './importCommand.ts';
import { listClaims, setRelease, showMonth } from './monthCommands.ts';
import { readArguments } from '../readArguments.ts';
import type { StaffIo } from '../staffContext.ts';
import type { StaffOperations } from '../staffOperations.ts';
import { addGroup } from '../staffProgram.ts';
import type { WithOperations } from '../withOperations.ts';

type ImportFlags = {
  readonly miesiac: Month;
  readonly tak?: boolean;
  readonly rozneDlugosci?: boolean;
};

/** Adds the commands about codes. Their names are the words a librarian types, without diacritics. */
export function addCodeCommands(
  program: Command,
  say: Say,
  io: StaffIo,
  withOperations: WithOperations<StaffOperations>,
): void {
  const read = readArguments(say);
  const monthName = say('staff.help.monthName');
  const codes = addGroup(program, 'kody', say('staff.help.codes'));

  codes
    .command('wczytaj')
    .description(say('staff.help.import'))
    .argument(`<${say('staff.help.fileName')}>`, say('staff.help.file'))
    .requiredOption(`--miesiac <${monthName}>`, say('staff.help.monthOption'), read.month)
    .option('--tak', say('staff.help.yes'))
    .option('--rozne-dlugosci', say('staff.help.anyLength'))
    .action(async (name: string, options: ImportFlags) => {
      const file = await read.file(name);
      await withOperations((operations) =>
        importCodes(operations, say, io, {
          name,
          file,
          month: options.miesiac,
          isConfirmed: options.tak === true,
          acceptsAnyLength: options.rozneDlugosci === true,
        }),
      );
    });

  codes
    .command('miesiac')
    .description(say('staff.help.month'))
    .argument(`[${monthName}]`, say('staff.help.currentMonth'), read.month)
    .action((month: Month | undefined) =>
      withOperations((operations) => showMonth(operations, say, io, month ?? null)),
    );

  codes
    .command('termin')
    .description(say('staff.help.release'))
    .argument(`<${monthName}>`, say('staff.help.monthArgument'), read.month)
    .argument(`<${say('staff.help.dayName')}>`, say('staff.help.day'), read.day)
    .argument(`<${say('staff.help.timeName')}>`, say('staff.help.time'), read.time)
    .action((month: Month, day: CalendarDay, time: string) =>
      withOperations((operations) => setRelease(operations, say, io, { month, day, time })),
    );

  codes
    .command('lista')
    .description(say('staff.help.list'))
    .argument(`<${monthName}>`, say('staff.help.monthArgument'), read.month)
    .action((month: Month) =>
      withOperations((operations) => listClaims(operations, say, io, month)),
    );
}
