export * from './calendar.ts';
export { canBeSettled } from './canBeSettled.ts';
export * from './decision.ts';
export { knownFact, unknownFact, type Fact, type KnownFact, type UnknownFact } from './fact.ts';
export * from './facts.ts';
export * from './policy.ts';
export { remembered } from './remembered.ts';
export { decide } from './decide.ts';
export { haveAged } from './freshness.ts';
export { keptUntil, openingAt, type Opening } from './opening.ts';
export { NoPolicyInForceError, policyAt, policyOfMonth } from './policyAt.ts';
export { releaseOf, nextRelease, isReleased, type Release } from './release.ts';
export { releaseIn, releaseOn, type ReleaseThen } from './releaseOn.ts';
export {
  accessEnds,
  accessTerm,
  activateBy,
  activationTerm,
  contractCut,
  type Term,
} from './validity.ts';
