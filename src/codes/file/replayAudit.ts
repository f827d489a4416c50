import type { Claim, AuditDifference } from '../codeLedger.ts';
import type { AuditHash } from './auditHash.ts';
import type { LedgerAuditRow } from './ledgerAuditRow.ts';
import type { MonthState } from './monthState.ts';
import { replayDraw } from './replayDraw.ts';
import { isRetired } from './retiredMonth.ts';

type Issued = { readonly card: string; readonly code: string; readonly at: Date };

/** What the audit alone says about a month, with hashes for cards and codes. */
type Replayed = {
  readonly codes: readonly string[];
  readonly issued: readonly Issued[];
  readonly activated: ReadonlyMap<string, boolean | null>;
  readonly release: Date | null;
};

function replay(rows: readonly LedgerAuditRow[]): Replayed {
  const codes: string[] = [];
  const issued: Issued[] = [];
  const activated = new Map<string, boolean | null>();
  let release: Date | null = null;
  for (const one of rows) {
    switch (one.event) {
      case 'poolImported':
        codes.push(...one.codes);
        break;
      case 'codeIssued':
        issued.push(one);
        break;
      case 'activationSet':
        activated.set(one.card, one.activated);
        break;
      case 'releaseSet':
        release = one.release;
        break;
      case 'drawJoined':
      case 'drawHeld':
        break;
    }
  }
  return { codes, issued, activated, release };
}

/**
 * Replays the audit of a month up to the state's last change and says where the two disagree. `hashes`
 * are those of all known keys. Of a retired month, whose cards are gone, claims are only counted.
 */
export function auditDifferences(
  rows: readonly LedgerAuditRow[],
  state: MonthState,
  hashes: readonly AuditHash[],
): readonly AuditDifference[] {
  const replayed = replay(rows.filter(({ sequence }) => sequence <= state.sequence));
  const claims = [...state.claims.values()];
  const isHashOf = (hash: string | undefined, kind: 'card' | 'code', text: string): boolean =>
    hashes.some((hashed) => hashed(kind, text) === hash);

  const wrongCodes = countDiffering(state.codes, replayed.codes, (code, hash) =>
    isHashOf(hash, 'code', code),
  );
  const pairs = claims.slice(0, replayed.issued.length);
  const wrongClaims = isRetired(state)
    ? 0
    : pairs.filter((claim, index) => !isIssue(claim, replayed.issued[index])).length;
  const wrongActivations = isRetired(state)
    ? 0
    : claims.filter((claim) => activationOf(claim) !== claim.activated).length;

  function isIssue({ card, code, claimedAt }: Claim, issue: Issued | undefined): boolean {
    return (
      issue?.at.getTime() === claimedAt.getTime() &&
      isHashOf(issue.card, 'card', card) &&
      isHashOf(issue.code, 'code', code)
    );
  }

  function wrongDraw(): number {
    const draw = replayDraw(rows.filter(({ sequence }) => sequence <= state.sequence));
    const wrongWaiting = isRetired(state)
      ? 0
      : countDiffering([...state.waiting], draw.waiting, (card, hash) =>
          isHashOf(hash, 'card', card),
        );
    const wrongSeed = draw.seed === (state.draw?.seed ?? null) ? 0 : 1;
    return wrongWaiting + wrongSeed + draw.givenAgainstOrder;
  }

  function activationOf({ card }: Claim): boolean | null {
    const known = hashes.map((hashed) => replayed.activated.get(hashed('card', card)));
    return known.find((activated) => activated !== undefined) ?? null;
  }

  const counted: readonly AuditDifference[] = [
    { kind: 'codes', count: wrongCodes },
    { kind: 'claimsMissingInAudit', count: Math.max(0, claims.length - replayed.issued.length) },
    { kind: 'claimsMissingInLedger', count: Math.max(0, replayed.issued.length - claims.length) },
    { kind: 'claims', count: wrongClaims },
    { kind: 'activations', count: wrongActivations },
    { kind: 'draw', count: wrongDraw() },
    { kind: 'release', count: isSameMoment(replayed.release, state.release) ? 0 : 1 },
  ];
  return counted.filter(({ count }) => count > 0);
}

function countDiffering<One, Other>(
  ones: readonly One[],
  others: readonly Other[],
  areEqual: (one: One, other: Other) => boolean,
): number {
  const length = Math.max(ones.length, others.length);
  return Array.from({ length }, (_, index) => index).filter((index) => {
    const [one, other] = [ones[index], others[index]];
    return one === undefined || other === undefined || !areEqual(one, other);
  }).length;
}

function isSameMoment(one: Date | null, other: Date | null): boolean {
  return one?.getTime() === other?.getTime();
}
