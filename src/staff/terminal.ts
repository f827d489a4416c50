import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { StaffIo } from './staffContext.ts';

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

  return {
    out: (text) => void output.write(text),
    err: (text) => void errors.write(text),
    async ask(question) {
      output.write(question);
      lines ??= openLines();
      const { done, value } = await lines.next();
      return done === true ? null : value;
    },
    close: () => close(),
  };
}
