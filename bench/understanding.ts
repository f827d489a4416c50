/**
 * How well and how fast messages are understood, beside nlp.js (node-nlp) trained for Polish on the
 * same files.
 *
 *   npm run bench -- understanding
 *
 * Read by both: the evaluation messages that are no examples. Out of scope, any out-of-scope label is
 * right. nlp.js answers from its own threshold (0.5) on, and then from the one at which it answers
 * wrongly as rarely as the bot does.
 */
import {
  isOutOfScope,
  isRight,
  loadEvaluationSet,
  loadTrainingData,
  unseenMessages,
  type LabelledMessage,
} from '../src/training/index.ts';
import {
  createUnderstand,
  seededShuffle,
  trainModel,
  type Intent,
  type TrainingData,
} from '../src/understanding/index.ts';
import { openNlpManager } from './nlpjs/nlpManager.ts';
import { quantile } from './quantile.ts';

/** What one engine makes of one message. */
type Reading = { readonly intent: string; readonly score: number; readonly isAnswered: boolean };

type Read = (text: string) => Promise<Reading>;

type Measured = {
  readonly readings: readonly Reading[];
  /** Of CPU. */
  readonly trainingSeconds: number;
  /** Median. */
  readonly microsecondsEach: number;
  readonly megabytes: number;
};

const data = loadTrainingData('locales/pl');
const messages = unseenMessages(loadEvaluationSet('test/understanding/evaluation').messages, data);

async function own(): Promise<Read> {
  const understand = createUnderstand(trainModel(data));
  return (text) => {
    const { intent, confidence, decision } = understand(text);
    return Promise.resolve({ intent, score: confidence, isAnswered: decision === 'answer' });
  };
}

async function nlpJs(): Promise<Read> {
  const manager = openNlpManager();
  for (const [text, intent] of shuffled(data)) manager.addDocument('pl', text, intent);
  await manager.train();
  return async (text) => {
    const { intent, score, classifications } = await manager.process('pl', text);
    const first = classifications.find((each) => each.intent !== 'None')?.intent ?? intent;
    return { intent: first, score, isAnswered: intent !== 'None' && !isOutside(first) };
  };
}

/** nlp.js learns in the order of its documents; sorted by label it does far worse. */
function shuffled({ messages: examples }: TrainingData): [string, Intent][] {
  const pairs = [...examples].flatMap(([intent, texts]) =>
    texts.map((text): [string, Intent] => [text, intent]),
  );
  const order = pairs.map((_, index) => index);
  seededShuffle(1)(order);
  return order.flatMap((index) => pairs.slice(index, index + 1));
}

async function measure(train: () => Promise<Read>): Promise<Measured> {
  const before = usedMegabytes();
  const cpuBefore = process.cpuUsage();
  const read = await train();
  const cpu = process.cpuUsage(cpuBefore);
  const megabytes = usedMegabytes() - before;
  for (const { text } of messages) await read(text);
  const readings: Reading[] = [];
  const times: number[] = [];
  for (const { text } of messages) {
    const started = performance.now();
    readings.push(await read(text));
    times.push(1000 * (performance.now() - started));
  }
  return {
    readings,
    trainingSeconds: (cpu.user + cpu.system) / 1e6,
    microsecondsEach: quantile(times, 0.5),
    megabytes,
  };
}

function usedMegabytes(): number {
  global.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

function isOutside(intent: string): boolean {
  return intent.startsWith('outOfScope.');
}

function isRightly(message: LabelledMessage, { intent }: Reading): boolean {
  // A label of the other engine is one of the labels it was trained with, or "None": never right.
  return isRight(message, intent as Intent);
}

/** The figures of an engine that answers only from a score on. */
function figures(readings: readonly Reading[], threshold: number): string[] {
  let first = 0;
  let right = 0;
  let wrong = 0;
  let outside = 0;
  let wrongOutside = 0;
  messages.forEach((message, position) => {
    const reading = readings[position];
    if (!reading) return;
    const isFirstRight = isRightly(message, reading);
    const isAnswered = reading.isAnswered && reading.score >= threshold;
    if (isFirstRight) first += 1;
    if (isAnswered && isFirstRight) right += 1;
    if (isAnswered && !isFirstRight) wrong += 1;
    if (isOutOfScope(message.intent)) outside += 1;
    if (isOutOfScope(message.intent) && isAnswered && !isFirstRight) wrongOutside += 1;
  });
  const inScope = messages.length - outside;
  const shares = [
    first / messages.length,
    right / inScope,
    wrong / messages.length,
    wrongOutside / outside,
  ];
  return shares.map((share) => `${(100 * share).toFixed(1)} %`);
}

/** The lowest score from which on the engine answers wrongly no more often than `most`. */
function thresholdFor(readings: readonly Reading[], most: number): number {
  const wrongScores = messages
    .flatMap((message, position) =>
      readings.slice(position, position + 1).map((reading) => ({ message, reading })),
    )
    .filter(({ message, reading }) => reading.isAnswered && !isRightly(message, reading))
    .map(({ reading }) => reading.score)
    .sort((a, b) => b - a);
  const allowed = Math.floor(most * messages.length);
  return (wrongScores[allowed] ?? 0) + 1e-9;
}

function print(cells: readonly string[]): void {
  const [first = '', ...rest] = cells;
  console.log(first.padEnd(28) + rest.map((cell) => cell.padStart(13)).join(''));
}

const ours = await measure(own);
const theirs = await measure(nlpJs);
const ownWrong = Number.parseFloat(figures(ours.readings, 0)[2] ?? '0') / 100;
const strict = thresholdFor(theirs.readings, ownWrong);

console.log(
  `${String(messages.length)} messages that no example repeats, both trained on the same files`,
);
console.log();
print(['', 'first', 'answered', 'wrong', 'oos answ.']);
print(['own classifier', ...figures(ours.readings, 0)]);
print(['nlp.js, its own threshold', ...figures(theirs.readings, 0)]);
print([`nlp.js, from ${strict.toFixed(3)} on`, ...figures(theirs.readings, strict)]);
console.log();
print(['', 'CPU to train', 'a message', 'memory']);
for (const [name, each] of [
  ['own classifier', ours],
  ['nlp.js', theirs],
] as const) {
  print([
    name,
    `${each.trainingSeconds.toFixed(1)} s`,
    `${each.microsecondsEach.toFixed(0)} µs`,
    `${each.megabytes.toFixed(0)} MB`,
  ]);
}
console.log();
console.log('first: first label right; answered: of the messages in scope, answered rightly;');
console.log(
  'wrong: answered wrongly; oos answ.: of the messages out of scope, answered. A message: the median.',
);
console.log('A threshold of 1 means that even its surest readings are wrong more often than ours.');
