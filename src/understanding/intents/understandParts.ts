import type { Understanding } from '../understanding.ts';
import { createUnderstand } from './createUnderstand.ts';
import { decide } from './decide.ts';
import type { IntentModel } from './intentModel.ts';
import { rank } from './rank.ts';
import { scopeOf } from './scope.ts';
import { createSplitQuestions } from './splitQuestions.ts';
import { defaultThresholds, thresholdsOfSupported, type Thresholds } from './thresholds.ts';

/** One reading per question of a message, in its order; never empty. */
export type UnderstandParts = (text: string) => readonly Understanding[];

const mostQuestions = 3;
/** A message of more parts is a story. */
const mostParts = 6;

/**
 * Reads a message that may hold several questions. Each gets its own reading, the first three of them,
 * when they differ and every one is surely understood; otherwise the message is read as one. That all
 * are in scope speaks for each of them, so less is asked of one than of a message on its own. Beside a
 * question that is surely about something else than the bot knows, as much is asked as ever, and so it
 * is of pieces between commas.
 */
export function createUnderstandParts(
  model: IntentModel,
  thresholds: Thresholds = defaultThresholds,
): UnderstandParts {
  const understand = createUnderstand(model, thresholds);
  const ofParts = thresholdsOfSupported(thresholds);
  const understandPart = (text: string): Understanding => decide(text, rank(model, text), ofParts);
  const splitQuestions = createSplitQuestions(model.data.questionWords);
  /** Pieces that are no sure question of the FAQ, or ask the same as the one before, join it. */
  const joinPieces = (pieces: readonly string[]): readonly string[] => {
    const joined: Understanding[] = [];
    for (const piece of pieces) {
      const reading = understand(piece);
      const last = joined.at(-1);
      if (!last || (isFaqAnswer(last) && isFaqAnswer(reading) && last.intent !== reading.intent)) {
        joined.push(reading);
      } else {
        joined.splice(-1, 1, understand(`${last.text}, ${piece}`));
      }
    }
    return joined.every(isFaqAnswer) ? joined.map(({ text }) => text) : [pieces.join(', ')];
  };
  return (text) => {
    const split = splitQuestions(text);
    const questions = split.flatMap((pieces) => (pieces.length > 1 ? joinPieces(pieces) : pieces));
    if (questions.length < 2 || questions.length > mostParts) return [understand(text)];
    const supported = questions.map(understandPart);
    const readings = supported.every(isUnderstood) ? supported : questions.map(understand);
    const isSure = readings.some(isUnderstood) && readings.every(isSettled);
    const distinct = readings.filter(
      ({ intent }, position) =>
        readings.findIndex((reading) => reading.intent === intent) === position,
    );
    return isSure && distinct.length > 1 ? distinct.slice(0, mostQuestions) : [understand(text)];
  };
}

/**
 * Of an action, what follows a comma is part: "przypomnij mi, kiedy będą kody". Only where each piece
 * asks something of the FAQ is the comma one between questions.
 */
function isFaqAnswer({ decision, intent }: Understanding): boolean {
  return decision === 'answer' && intent.startsWith('faq.');
}

function isUnderstood({ decision, intent }: Understanding): boolean {
  return decision === 'answer' && ['content', 'control'].includes(scopeOf(intent));
}

/** Understood, or a question about another topic of the library or of Legimi. */
function isSettled(reading: Understanding): boolean {
  const { decision, intent } = reading;
  const isForeign = intent === 'outOfScope.library' || intent === 'outOfScope.legimi';
  return isUnderstood(reading) || (decision === 'unknown' && isForeign);
}
