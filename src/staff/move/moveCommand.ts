import type { Command } from 'commander';
import type { ReportLedgerNotice } from '../../codes/index.ts';
import { confirm } from '../confirm.ts';
import { commitMove, previewMove } from './moveLedger.ts';
import { openPlaces, type OpenedPlace } from './openPlaces.ts';
import { sayMoveFailed, sayMovePreview, sayMoveRefusal } from './sayMove.ts';
import type { StaffContext, StaffIo } from '../staffContext.ts';
import { addGroup } from '../staffProgram.ts';
import { UsageError } from '../usageError.ts';

type Direction = 'toDatabase' | 'toFolder';

/** Adds the commands that move the ledger between data folder and database. */
export function addMoveCommands(
  program: Command,
  context: StaffContext,
  io: StaffIo,
  report: ReportLedgerNotice,
  finish: (exitCode: number) => void,
): void {
  const { say } = context;
  const move = addGroup(program, 'przenies', say('staffMove.help.move'));
  const add = (name: string, description: string, direction: Direction): void => {
    move
      .command(name)
      .description(description)
      .option('--tak', say('staff.help.yes'))
      .action(async ({ tak }: { readonly tak?: boolean }) => {
        finish(await moveIn(direction, context, io, report, tak === true));
      });
  };
  add('do-bazy', say('staffMove.help.toDatabase'), 'toDatabase');
  add('z-bazy', say('staffMove.help.toFolder'), 'toFolder');
}

/** Previews, asks, moves. Resolves with the exit code: 0 only when moved, or when the answer was no. */
async function moveIn(
  direction: Direction,
  context: StaffContext,
  io: StaffIo,
  report: ReportLedgerNotice,
  isConfirmed: boolean,
): Promise<number> {
  const { say, database } = context;
  if (!database) throw new UsageError(say('staffMove.noDatabase'));
  const toDatabase = direction === 'toDatabase';
  const places = await openPlaces({ ...context, database }, toDatabase, report);
  try {
    const [source, target] = toDatabase
      ? [places.folder, places.database]
      : [places.database, places.folder];
    return await moveBetween(source, target, context, io, isConfirmed);
  } finally {
    await places.close();
  }
}

async function moveBetween(
  source: OpenedPlace,
  target: OpenedPlace,
  { say }: StaffContext,
  io: StaffIo,
  isConfirmed: boolean,
): Promise<number> {
  const preview = await previewMove(source, target);
  if (preview.outcome !== 'ready') {
    io.err(`${sayMoveRefusal(say, preview)}\n`);
    return 1;
  }
  io.out(`${sayMovePreview(say, preview)}\n`);
  const answer = isConfirmed ? 'yes' : await confirm(say('staffMove.question'), say, io);
  if (answer !== 'yes') {
    io.out(`${say('staffMove.notMoved')}\n`);
    return answer === 'no' ? 0 : 1;
  }
  const result = await commitMove(source, target, preview.copy);
  if (result.outcome === 'failed') {
    io.err(`${sayMoveFailed(say, result.months)}\n`);
    return 1;
  }
  io.out(`${say('staffMove.moved')}\n`);
  return 0;
}
