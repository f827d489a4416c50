import type { Clock } from '../clock.ts';
import {
  LedgerError,
  type Claim,
  type ClaimOutcome,
  type ClaimPause,
  type CodeLedger,
} from '../codes/index.ts';
import type { CardNumber, ReaderAccounts } from '../library/index.ts';
import {
  decide,
  haveAged,
  monthOf,
  nextRelease,
  dayOf,
  policyAt,
  isReleased,
  openingAt,
  type Decision,
  type Facts,
  type Month,
  type Policy,
  type PolicyHistory,
  type PoolFacts,
  type Release,
  type Schedule,
} from '../rules/index.ts';
import { createDrawing, type Drawing } from './drawing.ts';

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
  readonly at: Date;
};

/**
 * How an attempt to get a code ended. Only `issued` changed anything. `unavailable`: nothing can be
 * made durable now, so nothing is given.
 */
export type Issue =
  | {
      readonly outcome: 'issued' | 'alreadyClaimed';
      readonly claim: Claim;
      readonly policy: Policy;
    }
  | { readonly outcome: 'notIssued'; readonly assessment: Assessment }
  /** The month the reader agreed to is over, and with it its codes. */
  | { readonly outcome: 'monthOver'; readonly assessment: Assessment }
  | { readonly outcome: 'unavailable' }
  /** Staff stopped the giving of codes; `text` is what they tell the readers. */
  | { readonly outcome: 'paused'; readonly text: string };

/** What everybody may know: the rules in force and the state of this month's pool. */
export type Outlook = {
  readonly policy: Policy;
  readonly isReleased: boolean;
  readonly pool: PoolFacts | null;
  readonly schedule: Schedule;
  readonly nextRelease: Release;
  readonly at: Date;
};

/** The reader's facts brought before the rules: asked to inform, and asked again to issue. */
export type Eligibility = {
  assess(card: CardNumber): Promise<Assessment>;
  /**
   * Reads the facts anew, decides, and only then takes a code of `month`, to which the reader agreed.
   * Safe to repeat: one code a month.
   */
  issue(card: CardNumber, month: Month): Promise<Issue>;
  /** This month's claim of the reader. */
  claimOf(card: CardNumber): Promise<Claim | null>;
  outlook(): Promise<Outlook>;
  /** What staff tell the readers while they hold codes back; `null` while codes are given. */
  pausedText(): Promise<string | null>;
  readonly drawing: Drawing;
};

export type EligibilityPorts = {
  readonly accounts: ReaderAccounts;
  readonly ledger: CodeLedger;
  readonly policies: PolicyHistory;
  readonly clock: Clock;
  /** Default: codes are always given. */
  readonly pause?: Pick<ClaimPause, 'current'>;
};

export function createEligibility(ports: EligibilityPorts): Eligibility {
  const { accounts, ledger, policies, clock } = ports;
  const drawing = createDrawing(ports);

  async function assess(card: CardNumber): Promise<Assessment> {
    const account = await accounts.facts(card);
    // Nobody is judged between the release and its draw. A draw that cannot be held is no refusal:
    // the claim itself will say that nothing can be saved.
    await drawing.holdIfDue().catch(unavailableOnly);
    const at = clock();
    const month = monthOf(at);
    const [previousClaim, claim, pool, schedule, kept] = await Promise.all([
      ledger.previousClaim(card, month),
      ledger.claimOf(card, month),
      ledger.pool(month),
      ledger.schedule(),
      ledger.draws?.keptForOthersUntil(card, month, at),
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
    };
  }

  /** Facts that became too old while other things were waited for, a draw say, are read once more. */
  async function assessAfresh(card: CardNumber): Promise<Assessment> {
    const readAt = clock();
    const assessment = await assess(card);
    const { facts, policy, at: now } = assessment;
    return haveAged(facts.account, policy, { readAt, now }) ? assess(card) : assessment;
  }

  async function issue(card: CardNumber, month: Month): Promise<Issue> {
    const assessment = await assessAfresh(card);
    const { decision, policy, claim, at } = assessment;
    if (monthOf(at) !== month) return { outcome: 'monthOver', assessment };
    if (claim) return { outcome: 'alreadyClaimed', claim, policy };
    if (decision.verdict !== 'eligible') return { outcome: 'notIssued', assessment };
    const text = await pausedText();
    if (text !== null) return { outcome: 'paused', text };

    const result = await claimOnceDrawn(card, at).catch(unavailableOnly);
    if (result === 'unavailable') return { outcome: 'unavailable' };
    return result.outcome === 'poolEmpty'
      ? { outcome: 'notIssued', assessment: lostTheRace(assessment, result) }
      : { outcome: result.outcome, claim: result.claim, policy };
  }

  async function pausedText(): Promise<string | null> {
    return (await ports.pause?.current())?.text ?? null;
  }

  /** No code leaves before those who waited have their places. */
  async function claimOnceDrawn(card: CardNumber, at: Date): Promise<ClaimOutcome> {
    await drawing.holdIfDue();
    return ledger.claim(card, monthOf(at), at);
  }

  async function outlook(): Promise<Outlook> {
    const at = clock();
    const policy = policyAt(policies, dayOf(at));
    const [pool, schedule] = await Promise.all([ledger.pool(monthOf(at)), ledger.schedule()]);
    return {
      policy,
      pool,
      schedule,
      at,
      isReleased: isReleased(at, schedule, policy),
      nextRelease: nextRelease(at, schedule, policy),
    };
  }

  return {
    assess,
    issue,
    outlook,
    drawing,
    pausedText,
    claimOf: (card) => ledger.claimOf(card, monthOf(clock())),
  };
}

function unavailableOnly(error: unknown): 'unavailable' {
  if (error instanceof LedgerError && error.code === 'LEDGER_UNAVAILABLE') return 'unavailable';
  throw error;
}

/** Others took the last code between the decision and the claim: decide again without it. */
function lostTheRace(
  assessment: Assessment,
  { keptForOthersUntil }: Extract<ClaimOutcome, { outcome: 'poolEmpty' }>,
): Assessment {
  const { pool } = assessment.facts;
  const facts = keptForOthersUntil
    ? { ...assessment.facts, keptForOthersUntil }
    : { ...assessment.facts, pool: pool && { ...pool, remaining: 0 } };
  return { ...assessment, facts, decision: decide(facts, assessment.policy, assessment.at) };
}

function lacksOnlyTheRelease(decision: Decision): boolean {
  return (
    decision.verdict === 'refused' &&
    decision.unknown.length === 0 &&
    decision.reasons.every(({ id }) => id === 'not_open_yet')
  );
}
