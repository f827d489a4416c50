import type { Understand, Understanding } from '../understanding.ts';

/** Each is read alone and with what stands before it. What has more is a story. */
const mostPieces = 12;

/**
 * The questions among the pieces of one. Only where each piece surely asks something else of the FAQ
 * does what stands between them part questions: of an action, what follows is part ("przypomnij
 * mi, kiedy będą kody"), and of a story every clause. Otherwise they are one question.
 */
export function joinPieces(pieces: readonly string[], understand: Understand): readonly string[] {
  if (pieces.length === 1) return pieces;
  if (pieces.length > mostPieces) return [pieces.join(' ')];
  const questions: Understanding[] = [];
  for (const piece of pieces) {
    const reading = understand(piece);
    const last = questions.at(-1);
    if (last && !asksSomethingElse(reading, last)) {
      questions.splice(-1, 1, understand(`${last.text} ${piece}`));
    } else {
      questions.push(reading);
    }
  }
  return questions.every(isFaqAnswer) ? questions.map(({ text }) => text) : [pieces.join(' ')];
}

function asksSomethingElse(one: Understanding, other: Understanding): boolean {
  return isFaqAnswer(one) && isFaqAnswer(other) && one.intent !== other.intent;
}

function isFaqAnswer({ decision, intent }: Understanding): boolean {
  return decision === 'answer' && intent.startsWith('faq.');
}
