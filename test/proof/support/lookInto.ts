import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { auditKeyPurpose, openFileLedger } from '../../../src/codes/index.ts';
import { month } from '../../../src/rules/index.ts';
import { openServerSecret } from '../../../src/storage/index.ts';
import { temporaryFolder } from '../../storage/support/temporaryFolder.ts';
import type { Look } from './history.ts';
import { lookAt } from './lookAt.ts';

/** What a ledger needs of a data folder. */
const parts = ['audit', 'ledger', 'server-secret'];

/**
 * What the next program would find of December in the data folder. The folder itself is left as it is:
 * putting right what a death left behind is the program's task.
 */
export async function lookInto(folder: string): Promise<Look> {
  const copy = await temporaryFolder();
  // One after the other, so that an audit never knows more than its journal where a program still runs.
  for (const part of parts) await cp(join(folder, part), join(copy, part), { recursive: true });
  const secret = await openServerSecret(copy);
  const ledger = await openFileLedger({
    folder: copy,
    clock: () => new Date('2026-12-10T10:00:00Z'),
    auditKey: secret.deriveKey(auditKeyPurpose),
  });
  const look = await lookAt(ledger, month('2026-12'));
  await ledger.close();
  return look;
}
