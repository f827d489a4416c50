const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Every number on which the safety of sign-in rests. Durations are in milliseconds. The references
 * are to OWASP ASVS 5.0 and NIST SP 800-63B.
 */
export type SignInPolicy = {
  /** The link to the sign-in page. */
  readonly ticket: {
    /** Random bytes of a ticket; ASVS 7.2.3 asks for 16. */
    readonly bytes: number;
    readonly lifetime: number;
    /** Links of one user of a channel on which somebody may fail to get in; ASVS 6.6.3. */
    readonly perHour: number;
    readonly perDay: number;
    /** Links that one user may ask for without failing on them. Nothing is won by them. */
    readonly unusedPerHour: number;
    /** Passwords that may be tried with one link. */
    readonly formTries: number;
  };
  /** The digits that the page shows and the chat takes; ASVS 6.5.4, 6.5.5. */
  readonly code: {
    readonly digits: number;
    readonly lifetime: number;
    readonly tries: number;
  };
  /** Failures that concern one account, whoever tries; ASVS 6.1.1. */
  readonly account: {
    /** This many failures within `window` make the account wait. */
    readonly failures: number;
    readonly window: number;
    /** The first wait; every further failure doubles it up to the longest. */
    readonly firstWait: number;
    readonly longestWait: number;
    /** Each time this passes without a failure, the count of waits halves. */
    readonly halving: number;
    /** Failures without a success between them after which only staff can help; NIST 5.2.2. */
    readonly staffResetAfter: number;
  };
  /** Failures that come from one address (IPv6: one /64 network), whatever the account. */
  readonly address: {
    readonly failures: number;
    readonly window: number;
    readonly perDay: number;
    /** So many different accounts failing within `window` look like one password tried on many. */
    readonly distinctAccounts: number;
    readonly stop: number;
    /** The library's own networks get this many times more, and are slowed down instead of stopped. */
    readonly libraryFactor: number;
  };
  /** All failures together. Beyond `failures` within `window` everybody waits `delay`, and staff is told. */
  readonly overall: { readonly failures: number; readonly window: number; readonly delay: number };
  /** Every answer to a password takes at least `floor` and up to `spread` more; ASVS 6.3.8. */
  readonly timing: { readonly floor: number; readonly spread: number };
  /** Idle and absolute ends; ASVS 7.3.1, 7.3.2. */
  readonly session: {
    readonly personal: SessionLimits;
    /** On a computer of the library, where the next reader sits down soon. */
    readonly libraryComputer: SessionLimits;
    /** Live sessions of one account; the newest stay. */
    readonly perAccount: number;
    /** A session is marked as used at most this often, so that it may end that much too early. */
    readonly renewEvery: number;
  };
  /** How long a chat stays tied to the browser that opened it; longer than any chat lives. */
  readonly browserBinding: number;
};

export type SessionLimits = { readonly idle: number; readonly absolute: number };

export const signInPolicy: SignInPolicy = {
  ticket: {
    bytes: 32,
    lifetime: 10 * minute,
    perHour: 3,
    perDay: 10,
    unusedPerHour: 20,
    formTries: 5,
  },
  code: { digits: 6, lifetime: 5 * minute, tries: 3 },
  account: {
    failures: 5,
    window: 15 * minute,
    firstWait: minute,
    longestWait: 60 * minute,
    halving: day,
    staffResetAfter: 100,
  },
  address: {
    failures: 20,
    window: 15 * minute,
    perDay: 100,
    distinctAccounts: 5,
    stop: 60 * minute,
    libraryFactor: 10,
  },
  overall: { failures: 200, window: 5 * minute, delay: 2 * second },
  timing: { floor: 600, spread: 100 },
  session: {
    personal: { idle: 15 * minute, absolute: 60 * minute },
    libraryComputer: { idle: 3 * minute, absolute: 15 * minute },
    perAccount: 2,
    renewEvery: 5 * second,
  },
  browserBinding: day,
};
