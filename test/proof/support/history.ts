/** What happened to one call of the ledger, in the order in which the clients saw it. */
export type Call = {
  readonly card: string;
  readonly month: string;
  /** Positions in the history: what ended at 4 was over before what began at 5. */
  readonly began: number;
  /** `Infinity`: the process died first, and nobody knows whether it happened. */
  readonly ended: number;
  readonly answer: Answer;
};

export type Answer =
  | { readonly outcome: 'issued' | 'alreadyClaimed'; readonly code: string }
  | { readonly outcome: 'poolEmpty' }
  /** Refused because nothing could be made durable. */
  | { readonly outcome: 'unavailable' }
  | { readonly outcome: 'unknown' };

/** Codes loaded for a month; `began` and `ended` as of a call. */
export type Load = {
  readonly month: string;
  readonly codes: readonly string[];
  readonly began: number;
  readonly ended: number;
};

/** What the ledger says of a month when nothing else is under way: after a restart, and at the end. */
export type Look = {
  readonly month: string;
  readonly claims: readonly { readonly card: string; readonly code: string }[];
  readonly loaded: number;
  readonly left: number;
  /** Differences between the audit, replayed, and the ledger. */
  readonly auditDifferences: number;
};

/** A look, and its position in the history. */
export type Sight = Look & { readonly at: number };

export type History = {
  readonly calls: readonly Call[];
  readonly loads: readonly Load[];
  /** Oldest first; the last one is the end. */
  readonly sights: readonly Sight[];
};

/** Writes a history down while it happens. */
export class Recorder {
  readonly calls: Call[] = [];
  readonly loads: Load[] = [];
  readonly sights: Sight[] = [];
  #position = 0;

  next(): number {
    return (this.#position += 1);
  }

  async call(card: string, month: string, ask: () => Promise<Answer>): Promise<Answer> {
    const began = this.next();
    const answer = await ask();
    this.calls.push({ card, month, began, ended: this.next(), answer });
    return answer;
  }

  /** Writes down what was seen in the ledger just now. */
  see(look: Look): void {
    this.sights.push({ ...look, at: this.next() });
  }

  async load(month: string, codes: readonly string[], load: () => Promise<unknown>): Promise<void> {
    const began = this.next();
    await load();
    this.loads.push({ month, codes, began, ended: this.next() });
  }
}
