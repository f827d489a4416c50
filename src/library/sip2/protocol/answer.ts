import { checksumOf } from './checksum.ts';

/** A message from the system, before its fields are read. */
export type Answer = {
  readonly code: string;
  /** Without what belongs to error detection. */
  readonly body: Buffer;
  /** 0 to 9; `null` when the system sends none. */
  readonly sequence: number | null;
  readonly checksum: 'right' | 'wrong' | 'absent';
};

/** Every byte is one character of latin1, so places in the text are places in the message. */
const errorDetection = /(?:AY(\d))?AZ([0-9A-Fa-f]{4})\s*$/;

export function readAnswer(message: Buffer): Answer {
  const text = message.toString('latin1');
  const code = text.slice(0, 2);
  const detection = errorDetection.exec(text);
  if (detection === null) return { code, body: message, sequence: null, checksum: 'absent' };

  const [, sequence, checksum = ''] = detection;
  const checked = message.subarray(0, text.lastIndexOf('AZ') + 2);
  return {
    code,
    body: message.subarray(0, detection.index),
    sequence: sequence === undefined ? null : Number(sequence),
    checksum: checksumOf(checked) === checksum.toUpperCase() ? 'right' : 'wrong',
  };
}
