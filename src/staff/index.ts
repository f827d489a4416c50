export { activationOperations } from './activations/activationOperations.ts';
export { activationReports, type ActivationsBefore } from './activations/activationSteps.ts';
export { startStaffDoor, type StaffDoor } from './door/staffDoor.ts';
export { dataOperations, type DataOperations } from './data/dataOperations.ts';
export { ledgerOperations } from './codes/ledgerOperations.ts';
export { questionOperations, type QuestionOperations } from './questions/questionOperations.ts';
export {
  releaseOperations,
  type BotCounts,
  type ReleaseOperations,
} from './release/releaseOperations.ts';
export { runStaff } from './runStaff.ts';
export type { StaffContext, StaffIo } from './staffContext.ts';
export type { StaffOperations } from './staffOperations.ts';
