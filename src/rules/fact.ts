/** What a source told about a reader: the value, who said so, and when it was true. */
export type KnownFact<Value> = {
  readonly known: true;
  readonly value: Value;
  /** Machine name of the source, for example `demo`, `sip2`, `snapshot`. */
  readonly source: string;
  readonly asOf: Date;
};

/** No source could tell. Never read as "passes" and never as "fails". */
export type UnknownFact = { readonly known: false };

export type Fact<Value> = KnownFact<Value> | UnknownFact;

export const unknownFact: UnknownFact = { known: false };

export function knownFact<Value>(value: Value, source: string, asOf: Date): KnownFact<Value> {
  return { known: true, value, source, asOf };
}

/**
 * The fact as a figure that can be compared. A figure that is no number is no knowledge: every
 * comparison with NaN is false, and the reader would pass.
 */
export function measured(fact: Fact<number>): Fact<number> {
  return fact.known && Number.isFinite(fact.value) ? fact : unknownFact;
}
