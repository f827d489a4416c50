import type { Charset } from '../protocol/charset.ts';

/**
 * What to do about answers without the marks of error detection. `strict`: ask again, then refuse them.
 * `warn`: take them and say so. `off`: take them. Wrong checksums are treated alike, because an older
 * server sends `AZ0000` always; another sequence number than the question's is refused in any case.
 */
export type Verification = 'strict' | 'warn' | 'off';

/** What is odd about an answer that was taken nevertheless. */
export type Doubt = 'checksumAbsent' | 'checksumWrong' | 'sequenceAbsent';

export type TlsOptions = {
  /** PEM of the authority that signed the server's certificate; without it the public ones. */
  readonly ca?: string;
  /** The name in the certificate, when it is not `host`. */
  readonly servername?: string;
};

export type ConnectionOptions = {
  readonly host: string;
  readonly port: number;
  /** `null` speaks in the clear: only behind a VPN, stunnel, or on the machine itself. */
  readonly tls: TlsOptions | null;
  readonly charset: Charset;
  readonly verify: Verification;
  /** Milliseconds for a connection. */
  readonly connectMs: number;
  /** Milliseconds for an answer, repetitions included. */
  readonly readMs: number;
  readonly onDoubt: (doubt: Doubt) => void;
};
