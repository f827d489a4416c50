import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../clock.ts';
import { loadModel } from '../training/index.ts';
import { createUnderstand, createUnderstandParts } from '../understanding/index.ts';
import { understandLines } from './understandLines.ts';

// Started from `dist/src/staff`; the files that librarians edit stay in the project.
const localesRoot = fileURLToPath(new URL('../../../locales/pl', import.meta.url));
const modelFile = fileURLToPath(new URL('../../intentModel.bin', import.meta.url));

const { model } = loadModel(localesRoot, modelFile);
const answers = understandLines(createInterface({ input: process.stdin, crlfDelay: Infinity }), {
  understand: createUnderstand(model),
  understandParts: createUnderstandParts(model),
  clock: systemClock,
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
