import { crc32 } from 'node:zlib';

/** Where a line stands in its file, in bytes, with its end of line. */
export type RecordPlace = { readonly offset: number; readonly length: number };

export type RecordLine = {
  readonly key: string;
  /** `null`: the key was deleted. */
  readonly value: unknown;
  readonly place: RecordPlace;
};

/** The line that says what `key` now holds, as JSON; `null` says that it holds nothing. */
export function recordLine(key: string, json: string): string {
  const text = `[${JSON.stringify(key)},${json}]`;
  return `${checksumOf(text)} ${text}\n`;
}

/** The whole lines of a file, in order. What is no whole line is passed over. */
export function readRecordLines(content: Buffer): readonly RecordLine[] {
  const lines: RecordLine[] = [];
  let offset = 0;
  while (offset < content.length) {
    const end = content.indexOf('\n', offset);
    if (end < 0) break;
    const text = content.toString('utf8', offset, end);
    const length = end + 1 - offset;
    const parsed = parseLine(text);
    if (parsed) lines.push({ key: parsed[0], value: parsed[1], place: { offset, length } });
    offset += length;
  }
  return lines;
}

function parseLine(line: string): readonly [key: string, value: unknown] | null {
  const checksum = line.slice(0, line.indexOf(' '));
  const text = line.slice(checksum.length + 1);
  if (checksum === '' || checksum !== checksumOf(text)) return null;
  // The checksum held, so it is what `recordLine` wrote.
  return JSON.parse(text) as [string, unknown];
}

/** Finds what a power cut tore; it is no defence against a hand that writes into the data folder. */
function checksumOf(text: string): string {
  return crc32(text).toString(16).padStart(8, '0');
}
