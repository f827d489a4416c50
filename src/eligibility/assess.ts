import type { Clock } from '../clock.ts';
import type { Claim, CodeLedger } from '../codes/index.ts';
import type { CardNumber, ReaderAccounts } from '../library/index.ts';
import {
  dayOf,
  decide,
  haveAged,
  monthOf,
  nextRelease,
  openingAt,
  policyAt,
  type Decision,
  type Facts,
  type Policy,
  type PolicyHistory,
  type Release,
} from '../rules/index.ts';
import type { Drawing } from './drawing.ts';
import { unavailableOnly } from './unavailableOnly.ts';

/** What the rules say about a reader now, and what they looked at. */
export type Assessment = {
  readonly decision: Decision;
  readonly facts: Facts;
  readonly policy: Policy;
  /** The next release after now. */
  readonly nextRelease: Release;
  /** This month's claim of the reader, if any. */
  readonly claim: Claim | null;
  /** True when nothing is missing but the release, and readers may join its draw now. */
  readonly mayJoinDraw: boolean;
  /** What staff tell the readers while they hold codes back; `null` while codes are given. */
  readonly pausedText: string | null;
  readonly at: Date;
};

export type AssessmentParts = {
  readonly accounts: Pick<ReaderAccounts, 'facts'>;
  readonly ledger: Pick<CodeLedger, 'previousClaim' | 'claimOf' | 'pool' | 'schedule' | 'draws'>;
  readonly policies: PolicyHistory;
  readonly clock: Clock;
  readonly drawing: Pick<Drawing, 'holdIfDue'>;
  readonly pausedText: () => Promise<string | null>;
};

/** Brings a reader's facts before the rules. */
export async function assess(
  card: CardNumber,
  { accounts, ledger, policies, clock, drawing, pausedText }: AssessmentParts,
): Promise<Assessment> {
  const account = await accounts.facts(card);
  // Nobody is judged between the release and its draw. A draw that cannot be held is no refusal:
  // the claim itself will say that nothing can be saved.
  await drawing.holdIfDue().catch(unavailableOnly);
  const at = clock();
  const month = monthOf(at);
  const [previousClaim, claim, pool, schedule, kept, paused] = await Promise.all([
    ledger.previousClaim(card, month),
    ledger.claimOf(card, month),
    ledger.pool(month),
    ledger.schedule(),
    ledger.draws?.keptForOthersUntil(card, month, at),
    pausedText(),
  ]);
  const claimedThisMonth = claim !== null;
  const keptForOthersUntil = kept ?? null;
  const facts = { account, previousClaim, claimedThisMonth, pool, keptForOthersUntil, schedule };
  const policy = policyAt(policies, dayOf(at));
  const decision = decide(facts, policy, at);
  return {
    decision,
    facts,
    policy,
    claim,
    at,
    mayJoinDraw:
      ledger.draws !== undefined &&
      openingAt(at, schedule, policy).phase === 'waiting' &&
      lacksOnlyTheRelease(decision),
    nextRelease: nextRelease(at, schedule, policy),
    pausedText: paused,
  };
}

/** Facts that became too old while other things were waited for, a draw say, are read once more. */
export async function assessAfresh(card: CardNumber, parts: AssessmentParts): Promise<Assessment> {
  const readAt = parts.clock();
  const assessment = await assess(card, parts);
  const { facts, policy, at: now } = assessment;
  return haveAged(facts.account, policy, { readAt, now }) ? assess(card, parts) : assessment;
}

function lacksOnlyTheRelease(decision: Decision): boolean {
  return (
    decision.verdict === 'refused' &&
    decision.unknown.length === 0 &&
    decision.reasons.every(({ id }) => id === 'not_open_yet')
  );
}
