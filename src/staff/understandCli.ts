import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { systemClock, type Clock } from '../clock.ts';
import { loadModel } from '../training/index.ts';
import { createUnderstand, createUnderstandParts } from '../understanding/index.ts';
import { datesOf } from './understand/datesOf.ts';
import { momentText } from './understand/momentText.ts';
import { understandLines } from './understand/understandLines.ts';

// Started from `dist/src/staff`; the files that librarians edit stay in the project.
const localesRoot = fileURLToPath(new URL('../../../locales/pl', import.meta.url));
const modelFile = fileURLToPath(new URL('../../intentModel.bin', import.meta.url));

const { model } = loadModel(localesRoot, modelFile);
const answers = understandLines(createInterface({ input: process.stdin, crlfDelay: Infinity }), {
  understand: createUnderstand(model),
  understandParts: createUnderstandParts(model),
  clock: clockFrom(process.argv.slice(2)),
  datesOf,
});

try {
  await pipeline(Readable.from(withNewlines(answers)), process.stdout);
} catch (error) {
  // The reader of the output has seen enough ("… | head -1").
  const isClosedPipe = error instanceof Error && 'code' in error && error.code === 'EPIPE';
  if (!isClosedPipe) throw error;
}

async function* withNewlines(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

/** `--now 2026-12-10T09:00` stops the clock at a moment in the library. */
function clockFrom(args: string[]): Clock {
  const now = nowOption(args);
  if (now === undefined) return systemClock;
  const moment = momentText.safeParse(now);
  if (!moment.success) stop(`--now: ${moment.error.issues[0]?.message ?? 'this is no moment'}.`);
  return () => moment.data;
}

function nowOption(args: string[]): string | undefined {
  try {
    return parseArgs({ args, options: { now: { type: 'string' } } }).values.now;
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
}

function stop(problem: string): never {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}
