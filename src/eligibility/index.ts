export type { Assessment } from './assess.ts';
export type { DrawEntry, Drawing } from './drawing.ts';
export {
  createEligibility,
  type Eligibility,
  type EligibilityPorts,
  type Issue,
} from './eligibility.ts';
export type { Outlook } from './outlook.ts';
