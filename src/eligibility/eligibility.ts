import type { Clock } from '../clock.ts';
import type { Claim, ClaimOutcome, ClaimPause, CodeLedger } from '../codes/index.ts';
import type { CardNumber, ReaderAccounts } from '../library/index.ts';
import { decide, monthOf, type Month, type Policy, type PolicyHistory } from '../rules/index.ts';
import { assess, assessAfresh, type Assessment } from './assess.ts';
import { createDrawing, type Drawing } from './drawing.ts';
import { outlooks, type Outlook } from './outlook.ts';
import { unavailableOnly } from './unavailableOnly.ts';

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
  readonly drawing: Drawing;
};

export type EligibilityPorts = {
  readonly accounts: ReaderAccounts;
  readonly ledger: CodeLedger;
  readonly policies: PolicyHistory;
  readonly clock: Clock;
  /** Default: codes are always given. */
  readonly pause?: Pick<ClaimPause, 'current' | 'recent'>;
};

export function createEligibility(ports: EligibilityPorts): Eligibility {
  const { ledger, policies, clock, pause } = ports;
  const drawing = createDrawing(ports);
  const parts = { ...ports, drawing, pausedText };

  async function issue(card: CardNumber, month: Month): Promise<Issue> {
    const assessment = await assessAfresh(card, parts);
    const { decision, policy, claim, at } = assessment;
    if (monthOf(at) !== month) return { outcome: 'monthOver', assessment };
    if (claim) return { outcome: 'alreadyClaimed', claim, policy };
    if (decision.verdict !== 'eligible') return { outcome: 'notIssued', assessment };
    if (assessment.pausedText !== null) return { outcome: 'paused', text: assessment.pausedText };

    const result = await claimOnceDrawn(card, at).catch(unavailableOnly);
    if (result === 'unavailable') return { outcome: 'unavailable' };
    return result.outcome === 'poolEmpty'
      ? { outcome: 'notIssued', assessment: lostTheRace(assessment, result) }
      : { outcome: result.outcome, claim: result.claim, policy };
  }

  async function pausedText(): Promise<string | null> {
    return (await pause?.current())?.text ?? null;
  }

  /** No code leaves before those who waited have their places. */
  async function claimOnceDrawn(card: CardNumber, at: Date): Promise<ClaimOutcome> {
    await drawing.holdIfDue();
    return ledger.claim(card, monthOf(at), at);
  }

  return {
    issue,
    drawing,
    assess: (card) => assess(card, parts),
    claimOf: (card) => ledger.claimOf(card, monthOf(clock())),
    outlook: outlooks(ledger, policies, clock, async () => (await pause?.recent())?.text ?? null),
  };
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
