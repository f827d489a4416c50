import { isThisMachine } from '../http/index.ts';

/** Readers would send their passwords over a line on which others can listen. */
export class SignInAddressError extends Error {
  readonly code = 'SIGN_IN_NOT_SECURE';

  constructor(publicUrl: string) {
    super(`${publicUrl} is neither https nor on this machine. Give the https address of the chat.`);
    this.name = 'SignInAddressError';
  }
}

/** The origin of an address over which nobody can listen. Throws a `SignInAddressError` for others. */
export function secureOrigin(publicUrl: string): string {
  const { protocol, hostname, origin } = new URL(publicUrl);
  if (protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname))) return origin;
  throw new SignInAddressError(publicUrl);
}
