export * from './calendar.ts';
export * from './decision.ts';
export * from './fact.ts';
export * from './facts.ts';
export * from './policy.ts';
export { decide } from './decide.ts';
export { policyAt } from './policyAt.ts';
export { releaseOf, nextRelease, isReleased, type Release } from './release.ts';
export { activateBy, accessEnds } from './validity.ts';
