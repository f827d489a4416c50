import { createInterface } from 'node:readline';
import { Writable, type Readable } from 'node:stream';
import type { StaffIo, TerminalWindow } from './staffContext.ts';

export type Terminal = StaffIo & { close(): void };

/** Writes to the streams and reads typed or piped lines; at the end of the input nobody answers. */
export function terminal(input: Readable, output: Writable, errors: Writable): Terminal {
  let lines: AsyncIterator<string> | null = null;
  let close = (): void => undefined;

  // Opened with the first question: an open input would keep a command that asks nothing waiting.
  function openLines(): AsyncIterator<string> {
    const reader = createInterface({ input, crlfDelay: Infinity });
    close = () => reader.close();
    return reader[Symbol.asyncIterator]();
  }

  async function ask(question: string): Promise<string | null> {
    output.write(question);
    lines ??= openLines();
    const { done, value } = await lines.next();
    return done === true ? null : value;
  }

  /** The keyboard echoes through an output that swallows everything. */
  async function askUnseen(question: string): Promise<string | null> {
    output.write(question);
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    const reader = createInterface({ input, output: nowhere, terminal: true });
    const typed = await new Promise<string | null>((resolve) => {
      reader.once('line', resolve);
      reader.once('close', () => resolve(null));
    });
    reader.close();
    output.write('\n');
    return typed;
  }

  return {
    out: (text) => void output.write(text),
    err: (text) => void errors.write(text),
    ask,
    // Piped lines echo nowhere.
    askSecret: (question) =>
      'isTTY' in input && input.isTTY === true ? askUnseen(question) : ask(question),
    window: () => windowOf(output),
    close: () => close(),
  };
}

function windowOf(output: Writable): TerminalWindow | null {
  if (!('isTTY' in output && output.isTTY === true)) return null;
  // A terminal without a size says 0 or nothing; then the usual one is assumed.
  const { rows, columns } = output as { readonly rows?: number; readonly columns?: number };
  return { rows: rows || 24, columns: columns || 80 };
}
