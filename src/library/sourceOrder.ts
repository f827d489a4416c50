import type { AccountFactName } from '../rules/index.ts';
import { accountFactNames, type SourceOrder } from './factSource.ts';
import { LibrarySystemError } from './librarySystemError.ts';
import type { SystemProblem } from './readerAccounts.ts';
import { snapshotSource } from './snapshot/index.ts';

/** What the manifest says about where facts are read. */
type NamedSources = {
  readonly system: string;
  readonly facts?: Readonly<Partial<Record<AccountFactName, readonly string[]>>>;
  readonly snapshot?: object;
};

/** The sources of each fact: those the manifest names, else the system and then the snapshot. */
export function sourceOrder({ system, facts = {}, snapshot }: NamedSources): SourceOrder {
  const usual = snapshot ? [system, snapshotSource] : [system];
  const named = (fact: AccountFactName): readonly string[] => facts[fact] ?? usual;
  const isAskedForSnapshot = accountFactNames.some((fact) => named(fact).includes(snapshotSource));
  if (isAskedForSnapshot && !snapshot) {
    throw new LibrarySystemError(
      'LIBRARY_UNKNOWN_SOURCE',
      'manifest/library.yml: a fact is read from the snapshot, and there is none. Add the section ' +
        '"snapshot:".',
    );
  }
  return {
    balance: named('balance'),
    loansThisYear: named('loansThisYear'),
    dataConfirmedOn: named('dataConfirmedOn'),
    overdueItems: named('overdueItems'),
  };
}

/** The facts of which no source in the order can ever know anything, by how it is set up. */
export function untoldFacts(
  order: SourceOrder,
  untoldBy: ReadonlyMap<string, readonly AccountFactName[]>,
): readonly AccountFactName[] {
  return accountFactNames.filter((fact) =>
    order[fact].every((source) => untoldBy.get(source)?.includes(fact) === true),
  );
}

export function untoldProblem(fact: AccountFactName): SystemProblem {
  return {
    code: 'LIBRARY_FACT_UNTOLD',
    message:
      `No source can tell ${fact}, so it stays unknown for every reader. Name another source under ` +
      '"facts:" in manifest/library.yml: docs/library-systems.md says which system tells what.',
  };
}
