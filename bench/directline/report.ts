/** What the measured process says of itself. */
export type Reading = {
  /** Microseconds, without those the readings themselves took. */
  readonly cpu: number;
  /** Bytes in use after a collection, buffers outside the heap included. */
  readonly memory: number;
};

/** Which bot stands behind the endpoint. */
export type Kind = 'echo' | 'legimi';
