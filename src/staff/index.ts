export { activationOperations, type ActivationsBefore } from './activationOperations.ts';
export { startStaffDoor, type StaffDoor } from './door/staffDoor.ts';
export { dataOperations, type DataOperations } from './dataOperations.ts';
export { ledgerOperations } from './ledgerOperations.ts';
export { questionOperations, type QuestionOperations } from './questionOperations.ts';
export { releaseOperations, type BotCounts, type ReleaseOperations } from './releaseOperations.ts';
export { runStaff } from './main.ts';
export type { StaffContext, StaffIo } from './staffContext.ts';
export type { StaffOperations } from './staffOperations.ts';
