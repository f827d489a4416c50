/** What the measured process is asked. */
export type Ask =
  /** The CPU it used so far, all its threads, in microseconds. */
  | 'cpu'
  /** Bytes in use after a collection, buffers outside the heap included. */
  | 'memory';

/** Which bot stands behind the endpoint. */
export type Kind = 'echo' | 'legimi';
