/** What the measured process says of itself. CPU in microseconds, heap in bytes after a collection. */
export type Reading = { readonly cpu: number; readonly heap: number };

/** Which bot stands behind the endpoint. */
export type Kind = 'echo' | 'legimi';
