export { chatKey, type Chat } from './chat.ts';
export type { SignedInListener, SignedInReader, SignIn, SignInLink, TypedCode } from './signIn.ts';
export { openSignIn, type SignInService } from './signInService.ts';
