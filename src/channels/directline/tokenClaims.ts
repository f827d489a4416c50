/** What a token says. One token opens one conversation. */
export type TokenClaims = {
  readonly conversationId: string;
  /** `null` only for a server-side caller that named no user. */
  readonly userId: string | null;
  /** The page's origin that may use it; `null` when a server-side caller asked for it. */
  readonly origin: string | null;
  /** All tokens refreshed from one another share it; they end together. */
  readonly lineage: string;
  /** When the lineage began, in milliseconds. */
  readonly since: number;
  /** True once the conversation was started with it. */
  readonly started: boolean;
};

export type CheckedToken =
  | { readonly outcome: 'valid'; readonly claims: TokenClaims; readonly expiresAt: number }
  | { readonly outcome: 'expired' }
  | { readonly outcome: 'invalid' };
