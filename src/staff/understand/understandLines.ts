import { z } from 'zod';
import type { Understand, Understanding, UnderstandParts } from '../../understanding/index.ts';
import { momentText } from './momentText.ts';

/** What a line is read with. `datesOf` adds the field "dates" to each answer. */
export type LineReading = {
  readonly understand: Understand;
  readonly understandParts: UnderstandParts;
  readonly clock: () => Date;
  readonly datesOf?: (text: string, now: Date) => unknown;
};

const jsonLine = z.object({
  text: z.string(),
  now: momentText.optional(),
});

type Line = { readonly text: string; readonly now?: Date | undefined; readonly error?: string };

/**
 * Reads a message a line, plain or as `{"text","now"?}`, and gives one JSON object for each: the
 * reading of the whole message, and under `questions` the readings of several questions in it. A
 * line that only looks like JSON is read as a message, and `error` says why.
 */
export async function* understandLines(
  lines: AsyncIterable<string>,
  reading: LineReading,
): AsyncGenerator<string> {
  for await (const line of lines) yield JSON.stringify(understandLine(parseLine(line), reading));
}

function understandLine({ text, now, error }: Line, reading: LineReading): object {
  const parts = reading.understandParts(text);
  const dates = reading.datesOf?.(text, now ?? reading.clock());
  return {
    ...shown(reading.understand(text)),
    ...(parts.length > 1 && { questions: parts.map(shown) }),
    ...(dates !== undefined && { dates }),
    ...(error !== undefined && { error }),
  };
}

function shown({ text, decision, intent, confidence, suggestions }: Understanding): object {
  return { text, decision, intent, confidence: Number(confidence.toFixed(4)), suggestions };
}

function parseLine(line: string): Line {
  if (!line.trimStart().startsWith('{')) return { text: line };
  try {
    const parsed = jsonLine.safeParse(JSON.parse(line));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    return { text: line, error: `"${issue?.path.join('.') ?? ''}": ${issue?.message ?? ''}` };
  } catch {
    return { text: line, error: 'This is not JSON; read as a plain message.' };
  }
}
