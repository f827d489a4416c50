import type { Clock } from '../clock.ts';
import type { ClaimPause, CodeLedger } from '../codes/index.ts';
import type { Privacy } from '../privacy/index.ts';
import type { PolicyHistory } from '../rules/index.ts';
import {
  activationOperations,
  activationReports,
  dataOperations,
  ledgerOperations,
  questionOperations,
  releaseOperations,
  startStaffDoor,
  type ActivationsBefore,
  type BotCounts,
} from '../staff/index.ts';
import type { Stores } from './stores.ts';
import type { Purge } from './upkeep.ts';

export type OpenedStaffDoor = { readonly purge: Purge; close(): Promise<void> };

/** Opens the door for the librarians' commands, and says in the data folder where it is. */
export async function openStaffDoor(
  { folder, openRecords, unanswered }: Pick<Stores, 'folder' | 'openRecords' | 'unanswered'>,
  parts: {
    readonly ledger: CodeLedger;
    readonly pause: ClaimPause;
    readonly policies: PolicyHistory;
    readonly privacy: Privacy;
    readonly botCounts: () => Promise<BotCounts>;
    readonly clock: Clock;
  },
): Promise<OpenedStaffDoor> {
  const { ledger, policies, clock } = parts;
  const reports = await openRecords<ActivationsBefore>(activationReports);
  const door = await startStaffDoor(
    {
      ...ledgerOperations(ledger, policies, clock),
      ...questionOperations(unanswered),
      ...activationOperations(ledger, reports, policies, clock),
      ...releaseOperations(parts),
    },
    dataOperations(parts.privacy, ledger),
  );
  await folder.announce(door);
  return {
    purge: () => reports.purge(clock()),
    async close() {
      await door.close();
      await reports.close();
    },
  };
}
