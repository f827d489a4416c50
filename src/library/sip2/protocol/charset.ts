import iconv from 'iconv-lite';
import { Sip2Error } from '../sip2Error.ts';

/** The character sets that library systems in Poland are found with. */
export const charsets = ['utf-8', 'windows-1250', 'iso-8859-2', 'cp852', 'ascii'] as const;
export type Charset = (typeof charsets)[number];

const delimiter = 0x7c;
/** Line and paragraph separators end a line for some readers of text, as all controls may. */
const control = /[\p{Cc}\u2028\u2029]/u;
/** Longer than any card or password, shorter than what a small server's buffer holds. */
const longestValue = 255;

/** The text of a field as it came, for reading; letters composed (NFC), broken ones as `�` or `?`. */
export function decode(bytes: Uint8Array, charset: Charset): string {
  return iconv.decode(Buffer.from(bytes), charset).normalize('NFC');
}

/**
 * The bytes of a field's value. Throws `SIP2_UNSENDABLE` for text that could end the field or the
 * message and so begin another one, and for letters the character set lacks: sent as `?` they would
 * turn one password into another.
 */
export function encode(text: string, charset: Charset): Buffer {
  const composed = text.normalize('NFC');
  const bytes = iconv.encode(composed, charset);
  const isSafe =
    !control.test(composed) &&
    bytes.every((byte) => byte >= 0x20 && byte !== 0x7f && byte !== delimiter);
  if (!isSafe || bytes.length > longestValue) {
    throw new Sip2Error(
      'SIP2_UNSENDABLE',
      'A value holds a character that no SIP2 field may hold.',
    );
  }
  if (iconv.decode(bytes, charset) !== composed) {
    throw new Sip2Error('SIP2_UNSENDABLE', `A value holds a letter that ${charset} does not have.`);
  }
  return bytes;
}
