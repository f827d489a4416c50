import { decode, type Charset } from './charset.ts';

/** The fields of a message, which systems send in any order. */
export type Fields = {
  /**
   * The value of a field; `null` when it is absent, empty, or there twice with different values. A
   * system that lets readers write `|` into their address sends what they wrote as fields of its own.
   */
  value(id: string): string | null;
  /** All values that are not empty: systems fill up lists with empty ones. */
  values(id: string): readonly string[];
};

/** Reads the fields from `start`, the first byte behind the fixed places. */
export function readFields(body: Buffer, start: number, charset: Charset): Fields {
  const found = new Map<string, string[]>();
  let from = start;
  while (from < body.length) {
    const delimiter = body.indexOf('|', from, 'latin1');
    const end = delimiter < 0 ? body.length : delimiter;
    const id = body.toString('latin1', from, Math.min(from + 2, end));
    const value = decode(body.subarray(Math.min(from + 2, end), end), charset);
    if (id.length === 2) found.set(id, [...(found.get(id) ?? []), value]);
    from = end + 1;
  }

  return {
    value(id) {
      const different = new Set(found.get(id));
      const [only] = different;
      return different.size === 1 && only !== undefined && only !== '' ? only : null;
    },
    values: (id) => (found.get(id) ?? []).filter((value) => value !== ''),
  };
}
