export { retentionAt } from './retention.ts';
export {
  createPrivacy,
  type AccountSessions,
  type Erasure,
  type KeptClaim,
  type PersonalData,
  type Privacy,
} from './privacy.ts';
