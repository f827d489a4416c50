import type { Intent } from '../../understanding/index.ts';
import { isRight, type Outcome } from './scoreOutcomes.ts';

/** How well one label is told from the others, by the first label of each message. 0 to 1. */
export type LabelScores = {
  readonly intent: Intent;
  /** Messages meant so. */
  readonly meant: number;
  /** Right ones among the messages read so; `null` when none was. */
  readonly precision: number | null;
  /** Rightly read ones among the messages meant so. */
  readonly recall: number;
  /** Of them, answered rightly without asking back. */
  readonly answered: number;
};

/** One row for each label that was meant, in alphabetical order. */
export function scoreLabels(outcomes: readonly Outcome[]): LabelScores[] {
  const labels = [...new Set(outcomes.map(({ intent }) => intent))].sort();
  return labels.map((intent) => {
    const meant = outcomes.filter((outcome) => outcome.intent === intent);
    const read = outcomes.filter(({ understanding }) => understanding.intent === intent);
    const right = meant.filter((outcome) => isRight(outcome, outcome.understanding.intent));
    const rightlyRead = read.filter((outcome) => isRight(outcome, intent));
    const answered = right.filter(({ understanding }) => understanding.decision === 'answer');
    return {
      intent,
      meant: meant.length,
      precision: read.length === 0 ? null : rightlyRead.length / read.length,
      recall: right.length / meant.length,
      answered: answered.length / meant.length,
    };
  });
}

/** A label taken for another, and how often. */
export type Confusion = {
  readonly meant: Intent;
  readonly read: Intent;
  readonly count: number;
};

/** What is taken for what, the most frequent first. */
export function listConfusions(outcomes: readonly Outcome[]): Confusion[] {
  const found = new Map<string, { meant: Intent; read: Intent; count: number }>();
  for (const outcome of outcomes) {
    const read = outcome.understanding.intent;
    if (isRight(outcome, read)) continue;
    const key = `${outcome.intent} ${read}`;
    const known = found.get(key) ?? { meant: outcome.intent, read, count: 0 };
    known.count += 1;
    found.set(key, known);
  }
  return [...found.entries()]
    .sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1))
    .map(([, confusion]) => confusion);
}
