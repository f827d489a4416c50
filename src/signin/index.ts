export { chatKey, type Chat } from './chat.ts';
export type { SessionKind, SessionState } from './chatRecord.ts';
export type { Pause } from './passwordCheck.ts';
export type { OpenRecords } from './records.ts';
export type { SignedInListener, SignedInReader, SignIn, SignInLink, TypedCode } from './signIn.ts';
export type { RefusalCause, SignInAudit, SignInEvent } from './signInEvent.ts';
export type { SignInOptions, SignInService } from './signInOptions.ts';
export { signInPolicy, type SessionLimits, type SignInPolicy } from './signInPolicy.ts';
export { openSignIn, SignInAddressError } from './signInService.ts';
