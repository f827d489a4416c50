import { CommanderError } from 'commander';
import { codedError } from '../codedError.ts';
import type { LedgerNotice } from '../codes/index.ts';
import { dataFolderHolder, isDatabaseAway } from '../storage/index.ts';
import { addActivationCommands } from './activations/activationCommands.ts';
import { addCodeCommands } from './codes/codeCommands.ts';
import { addDataCommands } from './data/dataCommands.ts';
import { addMessengerCommand } from './messenger/messengerCommand.ts';
import { addMoveCommands } from './move/moveCommand.ts';
import { addSecretCommand } from './data/secretCommand.ts';
import { addQuestionCommands } from './questions/questionCommands.ts';
import { addReleaseCommands } from './release/releaseCommands.ts';
import { addReadersCommands } from './readers/readersCommands.ts';
import { addSystemCommand } from './system/systemCommand.ts';
import { openStaffOperations, type OpenedOperations } from './openStaffOperations.ts';
import type { StaffContext, StaffIo } from './staffContext.ts';
import { StaffError } from './staffError.ts';
import type { StaffOperations } from './staffOperations.ts';
import { staffProgram, usageMistake } from './staffProgram.ts';
import { UsageError } from './usageError.ts';
import type { UseOperations, WithOperations } from './withOperations.ts';

/**
 * Carries out one command of staff, `argv` without node and script. Resolves with the exit code: 0
 * when it did what was asked, else 1, and then nothing was changed, but for a move to a new place whose
 * result must not be used, and for what a database or a bot did and could not confirm. Never rejects.
 */
export async function runStaff(
  argv: readonly string[],
  io: StaffIo,
  context: StaffContext,
): Promise<number> {
  const { say } = context;
  let exitCode = 0;

  const finish = (code: number): void => void (exitCode = code);
  const report = (notice: LedgerNotice): void => io.err(`${noticeLine(notice)}\n`);

  async function useOpened<Result>(
    work: (opened: OpenedOperations) => Promise<Result>,
  ): Promise<Result> {
    const opened = await openStaffOperations(context, report);
    try {
      return await work(opened);
    } finally {
      await opened.close();
    }
  }
  const useOperations: UseOperations = (work) => useOpened(({ operations }) => work(operations));
  const withOperations: WithOperations<StaffOperations> = async (work) =>
    finish(await useOperations(work));

  const program = staffProgram(say, io);
  addDataCommands(program, say, io, async (work) =>
    finish(await useOpened(({ data }) => work(data))),
  );
  addSecretCommand(program, context, io);
  addMessengerCommand(program, context, io, finish);
  addCodeCommands(program, say, io, withOperations);
  addActivationCommands(program, say, io, withOperations);
  addQuestionCommands(program, context, io, useOperations);
  addReadersCommands(program, context, io, finish);
  addSystemCommand(program, context, io, finish);
  addMoveCommands(program, context, io, report, finish);
  addReleaseCommands(program, say, io, useOperations, async () => {
    const holder = await dataFolderHolder(context.dataFolder);
    return (holder?.door ?? null) !== null;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return sayFailure(error, context, io);
  }
}

/** For whoever runs the machine. */
function noticeLine(notice: LedgerNotice): string {
  const repairs = notice.event === 'monthRestored' ? `: ${notice.repairs.join('; ')}` : '';
  return `${notice.event} ${notice.month}${repairs}`;
}

function sayFailure(error: unknown, context: StaffContext, io: StaffIo): number {
  const { say } = context;
  if (error instanceof CommanderError) {
    const mistake = usageMistake(error, say);
    if (mistake !== null) io.err(`${mistake}\n`);
    return error.exitCode;
  }
  if (error instanceof UsageError) {
    io.err(`${error.message}\n`);
    return 1;
  }
  const { code, message } = codedError(error, 'STAFF_FAILED');
  // The second line is for whoever runs the machine.
  io.err(`${sentenceFor(error, context)}\n${code}: ${message}\n`);
  return 1;
}

function sentenceFor(error: unknown, { say, database }: StaffContext): string {
  if (isDatabaseAway(error)) return say('staff.failed.databaseLost');
  const { code } = codedError(error, 'STAFF_FAILED');
  const reason = error instanceof StaffError ? (error.reason ?? code) : code;
  switch (reason) {
    case 'STAFF_DATABASE_IN_USE':
      return say('staffMove.inUse');
    case 'STAFF_MOVE_UNVERIFIED':
      return say('staffMove.unverified');
    case 'DATA_FOLDER_LOCKED':
      return say('staff.failed.locked');
    case 'DATA_FOLDER_OWNER':
      return say('staff.failed.otherOwner');
    case 'STAFF_NO_DATA_FOLDER':
      return say('staff.failed.noData');
    case 'STAFF_BOT_UNREACHABLE':
      return say('staff.failed.unreachable');
    case 'STAFF_BOT_LOST':
      return say('staff.failed.botLost');
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EROFS':
    case 'EIO':
    case 'DATABASE_UNAVAILABLE':
      return say('staff.failed.unavailable');
    case 'LEDGER_UNAVAILABLE':
    case 'DATABASE_AWAY':
      // A database may have done what it was asked and not lived to say so; a disk takes it back.
      return say(database ? 'staff.failed.databaseLost' : 'staff.failed.unavailable');
    default:
      return say('staff.failed.other');
  }
}
