export type { DrawEntry, Drawing } from './drawing.ts';
export {
  createEligibility,
  type Assessment,
  type Eligibility,
  type EligibilityPorts,
  type Issue,
  type Outlook,
} from './eligibility.ts';
