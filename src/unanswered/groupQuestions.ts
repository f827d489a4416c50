import { likeness, piecesOf } from './likeness.ts';
import type { UnansweredQuestion } from './unansweredQuestions.ts';

/** Questions that readers asked in similar words. */
export type QuestionGroup = {
  /** The oldest one. It names the group, and when it is ignored, so is the group. */
  readonly first: UnansweredQuestion;
  /** Oldest first, with `first`. */
  readonly questions: readonly UnansweredQuestion[];
  readonly lastAt: Date;
};

/** Counts comparisons of single pieces of words. */
export type GroupingEffort = { steps: number };

/**
 * From here on two questions count as alike. Found on the example messages: of pairs from here on four
 * of five mean the same; below, many share only a frame ("kiedy będzie …").
 */
const alikeFrom = 0.7;

type Growing = {
  readonly first: UnansweredQuestion;
  readonly size: number;
  readonly questions: UnansweredQuestion[];
};

/**
 * Groups questions given oldest first; the largest group comes first, of equals the one asked last.
 * Each question joins the group whose first question it is most like. A group's number and members
 * therefore stay the same when more questions arrive.
 */
export function groupQuestions(
  questions: readonly UnansweredQuestion[],
  effort: GroupingEffort = { steps: 0 },
): readonly QuestionGroup[] {
  const groups: Growing[] = [];
  /** Positions of the groups whose first question has a piece. */
  const groupsWith = new Map<string, number[]>();

  function mostAlike(pieces: ReadonlySet<string>): Growing | undefined {
    const shared = new Map<number, number>();
    for (const piece of pieces) {
      for (const position of groupsWith.get(piece) ?? []) {
        shared.set(position, (shared.get(position) ?? 0) + 1);
        effort.steps += 1;
      }
    }
    let best: { readonly position: number; readonly value: number } | undefined;
    for (const [position, count] of shared) {
      const value = likeness(count, pieces.size, groups[position]?.size ?? 0);
      const isBetter =
        !best || value > best.value || (value === best.value && position < best.position);
      if (value >= alikeFrom && isBetter) best = { position, value };
    }
    return best && groups[best.position];
  }

  for (const question of questions) {
    const pieces = piecesOf(question.text);
    const group = mostAlike(pieces);
    if (group) {
      group.questions.push(question);
      continue;
    }
    for (const piece of pieces) {
      const positions = groupsWith.get(piece);
      if (positions) positions.push(groups.length);
      else groupsWith.set(piece, [groups.length]);
    }
    groups.push({ first: question, size: pieces.size, questions: [question] });
  }
  return groups.map(finished).sort(byCountAndDay);
}

function finished({ first, questions }: Growing): QuestionGroup {
  const lastAt = questions.reduce((last, { at }) => (at > last ? at : last), first.at);
  return { first, questions, lastAt };
}

function byCountAndDay(one: QuestionGroup, other: QuestionGroup): number {
  return (
    other.questions.length - one.questions.length ||
    other.lastAt.getTime() - one.lastAt.getTime() ||
    one.first.number - other.first.number
  );
}
