import type { Clock } from '../../clock.ts';

/** Where a Koha keeps the day on which staff last confirmed a reader's data. */
export type KohaConfirmation =
  /** An extended attribute of the patron, of this type, that holds a date. */
  | { readonly attribute: string }
  /** The renewal of the card, where the library renews it when data are confirmed. */
  | 'renewalDate';

/** A Koha and how this library uses it: what the manifest says. */
export type KohaSettings = {
  /** Origin of the staff interface or of the API host, without `/api/v1`. */
  readonly address: string;
  /** Absent: this Koha does not tell. */
  readonly dataConfirmed?: KohaConfirmation;
  /**
   * True where no returned loan is ever anonymised, so that an empty list means "no loan". Otherwise an
   * empty list means nothing.
   */
  readonly keepsLoanHistory: boolean;
  /** For one answer of Koha, in milliseconds. Default 8000. */
  readonly answerWithinMs?: number;
};

/** The API client that the Koha's administrator made for the bot. */
export type KohaCredentials = { readonly clientId: string; readonly clientSecret: string };

export type KohaOptions = KohaSettings &
  KohaCredentials & {
    readonly clock: Clock;
  };
