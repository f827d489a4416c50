import type { CardNumber } from '../../library/index.ts';

/**
 * What ties one visit to the provider to the browser that began it: `state` against forged answers,
 * `nonce` against a token of another visit, `verifier` against a stolen code (RFC 9700, 2.1 and 4.7).
 */
export type ProviderVisit = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
};

/** How a visit to the provider ended. */
export type ProviderAnswer =
  | { readonly outcome: 'right'; readonly card: CardNumber }
  /** The reader said no on the provider's page. */
  | { readonly outcome: 'declined' }
  /** The answer proves nothing: forged, used before, of another visit, or too old. */
  | { readonly outcome: 'refused' }
  /** The provider knows the reader, but no library card of theirs. */
  | { readonly outcome: 'noCard' }
  | { readonly outcome: 'unavailable' };

/** A system elsewhere that checks who the reader is, in place of a card and password on our page. */
export type IdentityProvider = {
  /** Host that the reader will see in the address bar; told before the reader goes there. */
  readonly host: string;
  newVisit(): ProviderVisit;
  /**
   * Address of the provider's page; `null` when it does not answer. `asksAgain`: also a reader whom
   * the provider still knows must prove who they are.
   */
  signInAddress(visit: ProviderVisit, asksAgain: boolean): Promise<string | null>;
  /**
   * Reads what the provider sent back with the browser. `since`: a proof that the reader gave before
   * that moment does not count. Never throws.
   */
  identify(
    answer: URLSearchParams,
    visit: ProviderVisit,
    since: Date | null,
  ): Promise<ProviderAnswer>;
  /** Address where the provider forgets the reader; `null` when it has none or does not answer. */
  signOutAddress(): Promise<string | null>;
};
