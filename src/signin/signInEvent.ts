import type { CardNumber } from '../library/index.ts';
import type { Chat } from './chat.ts';

/** Why a password was not accepted; the reader never learns which it was. */
export type RefusalCause =
  /** The library said no. */
  | 'wrong'
  /** The account waits after too many failures; the library was not asked. */
  | 'accountWaits';

/**
 * What the audit learns about sign-in (ASVS 16.3.1). Nothing that costs a stranger nothing is an
 * event, so that nobody can fill the disk. `account` is a keyed hash of what was typed as a card
 * number: it may well have been something else, such as a password in the wrong field.
 */
export type SignInEvent =
  | { readonly name: 'linkCreated' | 'linkRefused' | 'linkCancelled'; readonly chat: Chat }
  | {
      readonly name: 'passwordRefused';
      readonly cause: RefusalCause;
      readonly account: string;
      readonly network: string;
      readonly chat: Chat;
    }
  | {
      /** The identity provider vouched for nobody. */
      readonly name: 'providerRefused';
      readonly cause: 'declined' | 'refused' | 'noCard';
      readonly network: string;
      readonly chat: Chat;
    }
  | {
      readonly name: 'codeShown' | 'signedIn' | 'signedOut';
      readonly card: CardNumber;
      readonly chat: Chat;
    }
  | { readonly name: 'codeRefused'; readonly chat: Chat }
  | { readonly name: 'sessionsEnded'; readonly card: CardNumber }
  /** Failures everywhere: an attack on many accounts at the same time. */
  | { readonly name: 'underAttack' };

/** Writes an event down. Its failure is told to the operator and stops no reader. */
export type SignInAudit = (event: SignInEvent, at: Date) => Promise<void>;
