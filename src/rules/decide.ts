import { conditions } from './conditions/index.ts';
import type { Decision, FactName, Reason } from './decision.ts';
import type { Facts } from './facts.ts';
import type { Policy, UnknownFactPolicy } from './policy.ts';

/**
 * Whether a reader gets a code now, and if not, every reason at once (FAQ question 9). Pure: asked to
 * inform, and asked again at the moment of issuing, with facts read anew.
 *
 * A known failure refuses, whatever else is unknown. An unknown fact alone never refuses: it is
 * `cannotTell`, unless the policy accepts it. A reader who holds this month's code is told nothing
 * else.
 */
export function decide(facts: Facts, policy: Policy, now: Date): Decision {
  const reasons: Reason[] = [];
  const unknown: FactName[] = [];
  const accepted: FactName[] = [];

  for (const condition of conditions) {
    const finding = condition(facts, policy, now);
    switch (finding.outcome) {
      case 'passes':
        break;
      case 'fails':
        reasons.push(finding.reason);
        break;
      case 'unknown':
        (whenUnknown(finding.fact, policy) === 'accept' ? accepted : unknown).push(finding.fact);
    }
  }

  const alreadyClaimed = reasons.find(({ id }) => id === 'already_claimed');
  if (alreadyClaimed)
    return { verdict: 'refused', reasons: [alreadyClaimed], unknown: [], accepted: [] };
  if (isFilled(reasons)) return { verdict: 'refused', reasons, unknown, accepted };
  if (isFilled(unknown)) return { verdict: 'cannotTell', unknown };
  return { verdict: 'eligible', accepted };
}

function whenUnknown(fact: FactName, policy: Policy): UnknownFactPolicy {
  return fact === 'previousActivation' ? policy.unknownActivation : policy.unknownFacts[fact];
}

function isFilled<Item>(items: Item[]): items is [Item, ...Item[]] {
  return items.length > 0;
}
