import type { Understanding } from '../understanding.ts';
import { createUnderstand } from './createUnderstand.ts';
import { decide } from './decide.ts';
import type { IntentModel } from './intentModel.ts';
import { joinPieces } from './joinPieces.ts';
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
 * when they differ and at least one is surely understood; otherwise the message is read as one. That
 * all are in scope speaks for each of them, so less is asked of one than of a message on its own. Beside
 * a question that is surely about something else than the bot knows, as much is asked as ever. What
 * stays unclear stands in its place, as the suggestion or the riddle it is, so that the reader hears of it.
 */
export function createUnderstandParts(
  model: IntentModel,
  thresholds: Thresholds = defaultThresholds,
): UnderstandParts {
  const { questionWords } = model.data;
  const understand = createUnderstand(model, thresholds);
  const ofParts = thresholdsOfSupported(thresholds);
  const understandPart = (text: string): Understanding => decide(text, rank(model, text), ofParts);
  const splitQuestions = createSplitQuestions(questionWords);

  /**
   * Beside an understood question a story counts less than its end, and the subject may be left out.
   * No action is begun on such a reading.
   */
  const understandBeside = (reading: Understanding): Understanding => {
    if (isSettled(reading)) return reading;
    const { text } = reading;
    const found = [lastClauseOf(text), `${text} ${questionWords.subject}`]
      .map(understandPart)
      .find((guess) => isUnderstood(guess) && isFaq(guess));
    return found ? { ...found, text } : reading;
  };

  return (text) => {
    const questions = splitQuestions(text).flatMap((pieces) => joinPieces(pieces, understand));
    if (questions.length < 2 || questions.length > mostParts) return [understand(text)];
    const supported = questions.map(understandPart);
    const readings = supported.every(isUnderstood) ? supported : questions.map(understand);
    if (!readings.some(isUnderstood)) return [understand(text)];
    const distinct = oncePerIntent(readings.map(understandBeside).filter(isQuestionOf(text)));
    return distinct.length > 1 ? distinct.slice(0, mostQuestions) : [understand(text)];
  };
}

/** The same question asked twice is understood once; two that are not may be about two things. */
function oncePerIntent(readings: readonly Understanding[]): readonly Understanding[] {
  const understood = readings.filter(isUnderstood);
  return readings.filter((reading) => {
    const same = understood.find(({ intent }) => intent === reading.intent);
    return same === undefined || same === reading;
  });
}

/**
 * "Dziękuję" between two questions needs no answer of its own, nor does a riddle without a question
 * mark from a reader who sets them.
 */
function isQuestionOf(message: string): (reading: Understanding) => boolean {
  const setsMarks = message.includes('?');
  return (reading) => {
    if (reading.decision === 'answer') return isUnderstood(reading);
    return isSettled(reading) || isFaq(reading) || !setsMarks || reading.text.endsWith('?');
  };
}

function lastClauseOf(text: string): string {
  const clauses = text.split(/[.,!?;\n]+/u).filter((clause) => clause.trim() !== '');
  return clauses.at(-1) ?? text;
}

function isUnderstood({ decision, intent }: Understanding): boolean {
  return decision === 'answer' && ['content', 'control'].includes(scopeOf(intent));
}

function isFaq({ intent }: Understanding): boolean {
  return intent.startsWith('faq.');
}

/** Understood, or a question about another topic of the library or of Legimi. */
function isSettled(reading: Understanding): boolean {
  const { decision, intent } = reading;
  const isForeign = intent === 'outOfScope.library' || intent === 'outOfScope.legimi';
  return isUnderstood(reading) || (decision === 'unknown' && isForeign);
}
