import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** A file a librarian or operator edits is wrong: which file, which line, and what to do. */
export class EditableFileError extends Error {
  readonly code = 'EDITABLE_FILE_INVALID';
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}. Correct the file and start again.`);
    this.name = 'EditableFileError';
    this.file = file;
    this.line = line;
  }
}

/** Reads a YAML file and checks its shape. Throws an `EditableFileError` that names the line. */
export function readYamlFile<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): z.output<Schema> {
  const lineCounter = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter });
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line;

  const syntaxError = document.errors[0];
  if (syntaxError) {
    const [problem = 'this is not YAML'] = syntaxError.message.split('\n');
    throw new EditableFileError(file, lineAt(syntaxError.pos[0]), problem.replace(/[:.]$/, ''));
  }

  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;

  const { issues } = parsed.error;
  // A misspelt key is an unknown and a missing one; only the unknown one has a line to point at.
  const unknownKey = issues.find((each) => each.code === 'unrecognized_keys');
  const issue = unknownKey ?? issues[0];
  const path = [...(issue?.path ?? []), ...(unknownKey?.keys.slice(0, 1) ?? [])];
  const isMissing = path.length > 0 && !document.hasIn(path);
  const where = path.length > 0 ? `"${path.join('.')}": ` : '';
  throw new EditableFileError(
    file,
    lineAt(offsetOf(document, path)),
    `${where}${isMissing ? 'This is missing' : (issue?.message ?? 'wrong shape')}`,
  );
}

/** Where the nearest existing node on `path` begins, so that a missing key points at its parent. */
function offsetOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (hasRange(node)) return node.range[0];
  }
  return 0;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
