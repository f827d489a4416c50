import type { TurnContext } from 'botbuilder';
import type { Assessment } from '../../src/eligibility/index.ts';
import type { ReasonId } from '../../src/rules/index.ts';

/** What a reader was told last about a code of their own. Ids only: figures are read anew when needed. */
export type Verdict = {
  readonly told: 'eligible' | 'refused' | 'cannotTell';
  readonly reasons: readonly ReasonId[];
};

const verdictSymbol = Symbol('verdict');

/** Notes on a turn what a journey told in it, for the memory of the conversation. */
export function noteVerdict(
  context: TurnContext,
  { decision, mayJoinDraw }: Pick<Assessment, 'decision' | 'mayJoinDraw'>,
): void {
  const verdict: Verdict = {
    told: mayJoinDraw ? 'eligible' : decision.verdict,
    reasons: decision.verdict === 'refused' ? decision.reasons.map(({ id }) => id) : [],
  };
  context.turnState.set(verdictSymbol, verdict);
}

/** `null` when no journey told any in this turn. */
export function verdictOf(context: TurnContext): Verdict | null {
  return context.turnState.get<Verdict | undefined>(verdictSymbol) ?? null;
}
