import { z } from 'zod';
import type { HolderDoor } from '../../storage/index.ts';
import type { CodeProblem, StaffOperations } from '../staffOperations.ts';
import { askDoor, instant, monthText } from './askDoor.ts';

const report = z.object({
  month: monthText,
  loaded: z.int(),
  claimed: z.int(),
  left: z.int(),
  poolSize: z.int(),
  release: z.object({ at: instant, scheduled: z.boolean() }),
});

const line = z.int();
const problem: z.ZodType<CodeProblem> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('empty'), line }),
  z.object({ kind: z.literal('strangeCharacters'), line, characters: z.string() }),
  z.object({ kind: z.literal('spreadsheetNumber'), line }),
  z.object({ kind: z.literal('wrongLength'), line, length: z.int(), usual: z.int() }),
  z.object({ kind: z.literal('duplicateInFile'), line, firstLine: line }),
  z.object({ kind: z.literal('alreadyLoaded'), line, month: monthText }),
]);

const refused = [
  z.object({
    outcome: z.literal('mistakes'),
    codes: z.int(),
    problems: z.array(problem),
    problemCount: z.int(),
  }),
  z.object({ outcome: z.literal('unreadable'), line }),
  z.object({ outcome: z.enum(['empty', 'noCodeColumn', 'tooLarge', 'farMonth']) }),
] as const;

const preview = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('ready'),
    month: monthText,
    encoding: z.enum(['UTF-8', 'UTF-16', 'Windows-1250']),
    title: z.string().nullable(),
    codes: z.int(),
    loaded: z.int(),
    poolSize: z.int(),
    isPast: z.boolean(),
  }),
  ...refused,
]);

const imported = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('imported'), added: z.int(), report }),
  ...refused,
]);

const releaseSet = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('set'), at: instant, isPast: z.boolean() }),
  z.object({ outcome: z.literal('otherMonth') }),
]);

const claims = z.array(z.object({ claimedAt: instant, card: z.string(), code: z.string() }));

const questions = z.array(
  z.object({ number: z.int(), text: z.string(), at: instant, isIgnored: z.boolean() }),
);
const releaseDay = z.object({
  at: instant,
  month: monthText,
  opensAt: instant,
  phase: z.enum(['closed', 'waiting', 'open']),
  loaded: z.int(),
  claimed: z.int(),
  left: z.int(),
  lastMinute: z.int(),
  waiting: z.int(),
  canSave: z.boolean(),
  pause: z.object({ text: z.string(), since: instant }).nullable(),
  bot: z
    .object({
      since: instant,
      signIns: z.int(),
      signInsRefused: z.int(),
      errors: z.int(),
      refusals: z.record(z.string(), z.int()),
      isLibraryAvailable: z.boolean(),
    })
    .nullable(),
});

const activations = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('ready'),
    month: monthText,
    claims: z.int(),
    activated: z.int(),
    notActivated: z.int(),
    changes: z.int(),
    refused: z.int(),
    nextMonth: monthText,
    unmatched: z.array(z.object({ line, codeEnd: z.string() })),
    unmatchedCount: z.int(),
  }),
  z.object({ outcome: z.enum(['unreadable', 'unclearState']), line }),
  z.object({ outcome: z.enum(['empty', 'noCodeColumn', 'tooLarge', 'noMatch']) }),
]);

const mark = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('marked'),
    codeEnd: z.string(),
    before: z.boolean().nullable(),
    refusedMonth: monthText.nullable(),
  }),
  z.object({ outcome: z.literal('notClaimed') }),
]);

const undone = z
  .object({ kind: z.enum(['report', 'mark']), at: instant, restored: z.int() })
  .nullable();

/** JSON has no `undefined`: the answer is an object without a result. */
const nothing = z.undefined().optional();

/**
 * Staff's operations in the running bot, through its door. Rejects with a `StaffError`; its `reason` is
 * the code of what went wrong there.
 */
export function remoteOperations(door: HolderDoor): StaffOperations {
  const call = <Result>(
    operation: keyof StaffOperations,
    values: Readonly<Record<string, unknown>>,
    result: z.ZodType<Result>,
  ): Promise<Result> => askDoor(door, { operation, ...values }, result);

  const inText = (file: Uint8Array): string => Buffer.from(file).toString('base64');

  return {
    previewImport: (file, of, options) =>
      call('previewImport', { file: inText(file), month: of, options }, preview),
    commitImport: (file, of, options) =>
      call('commitImport', { file: inText(file), month: of, options }, imported),
    monthReport: (of) => call('monthReport', { month: of }, report),
    setRelease: (of, day, time) => call('setRelease', { month: of, day, time }, releaseSet),
    claims: (of) => call('claims', { month: of }, claims),
    previewActivations: (file, of) =>
      call('previewActivations', { file: inText(file), month: of }, activations),
    commitActivations: (file, of) =>
      call('commitActivations', { file: inText(file), month: of }, activations),
    undoActivations: (of) => call('undoActivations', { month: of }, undone),
    markActivation: (marking) => call('markActivation', marking, mark),
    questions: () => call('questions', {}, questions),
    ignoreQuestions: (numbers) => call('ignoreQuestions', { numbers }, nothing),
    removeQuestions: (numbers) => call('removeQuestions', { numbers }, nothing),
    releaseDay: () => call('releaseDay', {}, releaseDay),
    pauseClaims: (text) => call('pauseClaims', { text }, nothing),
    resumeClaims: () => call('resumeClaims', {}, nothing),
  };
}
