import type { DrawLedger } from '../drawLedger.ts';
import { monthDraws } from '../file/monthDraws.ts';
import type { SharedShelf } from './sharedShelf.ts';

/** The draw's side of a ledger on a database: the one of files, on months that are caught up. */
export function sharedDraws(shared: SharedShelf, newSeed: () => string): DrawLedger {
  const current = async (): Promise<DrawLedger> => monthDraws(await shared.current(), newSeed);
  return {
    join: async (...asked) => (await current()).join(...asked),
    waiting: async (...asked) => (await current()).waiting(...asked),
    draw: async (...asked) => (await current()).draw(...asked),
    placeOf: async (...asked) => (await current()).placeOf(...asked),
    keptForOthersUntil: async (...asked) => (await current()).keptForOthersUntil(...asked),
  };
}
