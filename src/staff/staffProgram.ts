import { Command, type CommanderError, type HelpConfiguration } from 'commander';
import type { Say } from '../text/index.ts';
import type { StaffIo } from './staffContext.ts';

/**
 * A commander program that speaks Polish: its help has Polish titles, and it throws every mistake as
 * a `CommanderError` without printing it, so that `usageMistake` can say it in Polish.
 */
export function staffProgram(say: Say, io: StaffIo): Command {
  return new Command('npm run staff --')
    .description(say('staff.help.program'))
    .helpOption('-h, --help', say('staff.help.help'))
    .helpCommand(false)
    .configureHelp(polishHelp(say))
    .configureOutput({ writeOut: io.out, writeErr: io.err, outputError: () => undefined })
    .showSuggestionAfterError(false)
    .exitOverride();
}

/** Adds a command that only holds others. Its help command would speak English, and --help does the same. */
export function addGroup(program: Command, name: string, description: string): Command {
  return program.command(name).description(description).helpCommand(false);
}

/** What is wrong with the command as typed; `null` when commander only showed its help. */
export function usageMistake(error: CommanderError, say: Say): string | null {
  const name = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.help':
    case 'commander.helpDisplayed':
      return null;
    case 'commander.unknownCommand':
      return say('staff.usage.unknownCommand', { name });
    case 'commander.unknownOption':
      return say('staff.usage.unknownOption', { name });
    case 'commander.missingArgument':
      return say('staff.usage.missingArgument', { name });
    case 'commander.missingMandatoryOptionValue':
      return say('staff.usage.missingOption', { name });
    case 'commander.optionMissingArgument':
      return say('staff.usage.missingValue', { name });
    case 'commander.excessArguments':
      return say('staff.usage.tooMany');
    default:
      return say('staff.usage.other');
  }
}

function polishHelp(say: Say): HelpConfiguration {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': say('staff.help.usageTitle'),
    'Options:': say('staff.help.optionsTitle'),
    'Arguments:': say('staff.help.argumentsTitle'),
    'Commands:': say('staff.help.commandsTitle'),
  };
  const inPolish = (text: string): string =>
    text
      .replace('[options]', `[${say('staff.help.optionsWord')}]`)
      .replace('[command]', `[${say('staff.help.commandWord')}]`);
  return {
    styleTitle: (title) => titles[title] ?? title,
    styleUsage: inPolish,
    styleSubcommandTerm: inPolish,
  };
}
