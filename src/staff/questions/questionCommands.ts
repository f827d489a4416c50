import type { Command } from 'commander';
import { relative } from 'node:path';
import { loadModel } from '../../training/index.ts';
import { foldedKey } from '../../understanding/index.ts';
import { addExample } from './addExample.ts';
import { entryToTeach } from './entryToTeach.ts';
import { findQuestion, numbersOf } from './findQuestion.ts';
import { readArguments } from '../readArguments.ts';
import { checkRivals } from './rivalCheck.ts';
import { sayReadings, sayScores } from './sayLearned.ts';
import { sayQuestions, wordingsOf } from './sayQuestions.ts';
import type { StaffContext, StaffIo } from '../staffContext.ts';
import { addGroup } from '../staffProgram.ts';
import type { UseOperations } from '../withOperations.ts';

type ListFlags = { readonly wszystkie?: boolean };

/** Adds the commands about questions the bot could not answer. */
export function addQuestionCommands(
  program: Command,
  context: StaffContext,
  io: StaffIo,
  useOperations: UseOperations,
): void {
  const { say, localeFolder, modelFile } = context;
  const read = readArguments(say);
  const write = (lines: readonly string[]): void => io.out(`${lines.join('\n')}\n`);
  const numberName = `<${say('staff.help.numberName')}>`;

  const commands = addGroup(program, 'pytania', say('staff.help.questions'))
    .option('--wszystkie', say('staff.help.allQuestions'))
    .action(async ({ wszystkie }: ListFlags) => {
      const questions = await useOperations((operations) => operations.questions());
      const { model } = loadModel(localeFolder, modelFile);
      write(sayQuestions(questions, model, context, { showsAll: wszystkie === true }));
    });

  commands
    .command('dodaj')
    .description(say('staff.help.addQuestion'))
    .argument(numberName, say('staff.help.number'), read.number)
    .argument(`<${say('staff.help.entryName')}>`, say('staff.help.entry'))
    .action(async (number: number, name: string) => {
      const entry = entryToTeach(name, context);
      const { question, group, otherGroups } = await useOperations((operations) =>
        addExample(operations, entry, context, number),
      );
      const { text } = question;
      const file = relative(localeFolder, entry.file);
      write([say('staff.questions.added', { file, text }), say('staff.questions.learning')]);

      const after = loadModel(localeFolder, modelFile).model;
      const others = [...wordingsOf(group), ...otherGroups.map(({ first }) => first)]
        .map((each) => each.text)
        .filter((other) => foldedKey(other) !== foldedKey(text));
      write(sayReadings(text, others, { before: entry.model, after }, context));
      const scores = checkRivals(entry.data, entry.model, { text, intent: entry.intent });
      write(sayScores(scores, file, context));
    });

  commands
    .command('pomin')
    .description(say('staff.help.skipQuestion'))
    .argument(numberName, say('staff.help.number'), read.number)
    .action(async (number: number) => {
      const text = await useOperations(async (operations) => {
        const found = findQuestion(await operations.questions(), number, say);
        await operations.ignoreQuestions(numbersOf(found.group));
        return found.question.text;
      });
      write([say('staff.questions.skipped', { text })]);
    });
}
