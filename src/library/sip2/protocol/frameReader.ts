import { Sip2Error } from '../sip2Error.ts';

const carriageReturn = 0x0d;
const lineFeed = 0x0a;
/** No answer about one reader comes near it. */
const longestMessage = 64 * 1024;

export type FrameReader = {
  /** The messages that are complete with these bytes, without their carriage return. */
  push(bytes: Uint8Array): Buffer[];
};

/**
 * Finds the messages in a stream, however it was cut. Works on bytes: a carriage return is one in every
 * character set here, and a letter may arrive in two pieces. A line feed before a message is dropped,
 * because servers end with CRLF. Throws `SIP2_BAD_ANSWER` for a message of more than 64 KiB.
 */
export function createFrameReader(): FrameReader {
  let pieces: Buffer[] = [];
  let waiting = 0;

  function complete(last: Buffer): Buffer[] {
    limit(waiting + last.length);
    const whole = Buffer.concat([...pieces, last]);
    pieces = [];
    waiting = 0;
    let start = 0;
    while (whole[start] === lineFeed) start += 1;
    return start === whole.length ? [] : [whole.subarray(start)];
  }

  function keep(piece: Buffer): void {
    waiting += piece.length;
    limit(waiting);
    if (piece.length > 0) pieces.push(piece);
  }

  return {
    push(bytes) {
      const messages: Buffer[] = [];
      let rest = Buffer.from(bytes);
      for (let end = rest.indexOf(carriageReturn); end >= 0;) {
        messages.push(...complete(rest.subarray(0, end)));
        rest = rest.subarray(end + 1);
        end = rest.indexOf(carriageReturn);
      }
      keep(rest);
      return messages;
    },
  };
}

function limit(length: number): void {
  if (length > longestMessage) {
    throw new Sip2Error('SIP2_BAD_ANSWER', 'The system sent a message that does not end.');
  }
}
