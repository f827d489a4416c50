/** Why Koha gave no answer that can be used. */
export type KohaErrorCode =
  /** No connection, no answer in time, or an answer that says "not now". */
  | 'KOHA_UNREACHABLE'
  /** Koha failed just now and is left alone for a while. */
  | 'KOHA_RESTING'
  /** Koha does not know our client id and secret. */
  | 'KOHA_CREDENTIALS'
  /** Koha knows us, and does not permit what we ask. */
  | 'KOHA_PERMISSION'
  /** The answer is not of the documented form. */
  | 'KOHA_ANSWER';

/** The message says what the operator should do. It never holds a card, a password or a secret. */
export class KohaError extends Error {
  readonly code: KohaErrorCode;

  constructor(code: KohaErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'KohaError';
    this.code = code;
  }
}
