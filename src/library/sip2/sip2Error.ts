export type Sip2ErrorCode =
  /** No connection, or the system refused it while it was being set up. */
  | 'SIP2_CONNECT_FAILED'
  | 'SIP2_LOGIN_REFUSED'
  /** The system answers that it is off-line. */
  | 'SIP2_OFFLINE'
  | 'SIP2_TIMEOUT'
  /** The system closed the connection instead of answering. */
  | 'SIP2_CLOSED'
  /** An answer that this protocol does not allow. */
  | 'SIP2_BAD_ANSWER'
  /** An answer about another card than the one asked about. */
  | 'SIP2_OTHER_READER'
  /** Text that must not or cannot be put into a message. Nothing was sent. */
  | 'SIP2_UNSENDABLE'
  /** Too many questions wait for a connection. Nothing was sent. */
  | 'SIP2_BUSY'
  /** The system failed just now and is left alone for a while. Nothing was sent. */
  | 'SIP2_RESTING';

/** What went wrong with a SIP2 system, and in its message what the operator can do. */
export class Sip2Error extends Error {
  readonly code: Sip2ErrorCode;

  constructor(code: Sip2ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Sip2Error';
    this.code = code;
  }
}
