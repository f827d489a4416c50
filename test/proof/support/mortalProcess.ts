// Run by a child process until it dies: readers claim codes, a few at a time, over and over. What is
// asked, and what is answered, is told at once on the standard output, a JSON line each.
import { writeSync } from 'node:fs';
import type { CardNumber } from '../../../src/library/index.ts';
import type { Month } from '../../../src/rules/index.ts';
import { makeFilesMortal, type Fault } from './mortalFiles.ts';

type Task = {
  readonly folder: string;
  readonly cards: readonly string[];
  readonly together: number;
  readonly fault: Fault | null;
  /** Ends by itself, in order, after so many calls. */
  readonly calls: number;
};

const task = JSON.parse(process.argv[2] ?? '') as Task;
if (task.fault) await makeFilesMortal(task.fault);
const { openFileLedger } = await import('../../../src/codes/file/fileLedger.ts');
const { LedgerError } = await import('../../../src/codes/ledgerError.ts');
const { openDataFolder } = await import('../../../src/storage/index.ts');

const dataFolder = await openDataFolder(task.folder, { kind: 'demo' });
const ledger = await openFileLedger({
  folder: dataFolder.path,
  clock: () => new Date('2026-12-10T08:00:00Z'),
  auditKey: new Uint8Array(32),
  followAfter: 0,
  retryEvery: 5,
});
tell({ event: 'open' });

async function ask(card: string, id: number): Promise<void> {
  // The texts come from the test, which writes months and cards as the library does.
  const [reader, month] = [card as CardNumber, '2026-12' as Month];
  tell({ event: 'asked', id, card });
  try {
    const answer = await ledger.claim(reader, month, new Date('2026-12-10T08:00:00Z'));
    const code = answer.outcome === 'poolEmpty' ? undefined : answer.claim.code;
    tell({ event: 'answered', id, outcome: answer.outcome, code });
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    tell({ event: 'answered', id, outcome: 'unavailable' });
  }
}

for (let id = 0; id < task.calls; id += task.together) {
  const together = Array.from({ length: task.together }, (_, index) => id + index);
  await Promise.all(together.map((one) => ask(task.cards[one % task.cards.length] ?? '', one)));
}
await ledger.close();
await dataFolder.release();
tell({ event: 'closed' });

function tell(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}
