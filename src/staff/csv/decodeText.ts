import iconv from 'iconv-lite';

export type TextEncoding = 'UTF-8' | 'UTF-16' | 'Windows-1250';

/**
 * The text of a file as Polish office programs save it. A byte order mark decides; without one, text
 * that is valid UTF-8 is taken for it, and anything else for Windows-1250, which every byte fits.
 */
export function decodeText(file: Uint8Array): {
  readonly text: string;
  readonly encoding: TextEncoding;
} {
  const bytes = Buffer.from(file);
  const startsWith = (...mark: readonly number[]): boolean =>
    mark.every((byte, index) => bytes[index] === byte);

  if (startsWith(0xff, 0xfe) || startsWith(0xfe, 0xff)) {
    return { text: iconv.decode(bytes, 'utf-16'), encoding: 'UTF-16' };
  }
  try {
    // `fatal` makes it a test; the decoder drops a byte order mark by itself.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: iconv.decode(bytes, 'windows-1250'), encoding: 'Windows-1250' };
  }
}
