/**
 * How the library system behaves. `lying`: it answers with somebody else's record, who owes 99 zł.
 * `down`: nothing listens there.
 */
export type SystemState = 'well' | 'hanging' | 'down' | 'lying' | 'slow';

/** A library system that stands behind the whole program until the test ends, and to which things happen. */
export type TroubledSystem = {
  /** The section of the manifest. */
  readonly manifest: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Calls that reached the system so far. */
  calls(): number;
  /** Whoever waits for an answer gets it when the system is well again. */
  become(state: SystemState): Promise<void>;
  /** Ends all connections and sessions of the system, as a restart does. */
  restart(): void;
  /** What the reader owes, in złote, from now on. */
  charge(number: number, amount: number): void;
};

/** The readers it knows. */
export const cards = Array.from({ length: 8 }, (_, number) => `20010000${number}`);
export const password = 'haslo';
/** Whose record a lying system answers with. */
export const liar = '200109999';
