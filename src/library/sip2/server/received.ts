/** A message as the test server understood it. */
export type Received = {
  readonly code: string;
  readonly sequence: string;
  readonly isIntact: boolean;
  field(id: string): string | undefined;
};

/** Places before the first field, by the code of the message. */
const fixedPlaces: Readonly<Record<string, number>> = { 93: 4, 99: 10, 63: 33, 23: 23, 97: 2 };

/** Reads a request whose text was decoded already; `bytes` are those of the wire. */
export function readReceived(bytes: Buffer, decode: (bytes: Buffer) => string): Received {
  const code = bytes.toString('latin1', 0, 2);
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 9));
  const detection = /(?:AY(.))?AZ([0-9A-F]{4})$/s.exec(tail);
  const end = detection ? bytes.length - (detection[1] === undefined ? 6 : 9) : bytes.length;
  const fields = new Map<string, string>();
  for (const piece of decode(bytes.subarray(fixedPlaces[code] ?? 2, end)).split('|')) {
    if (piece.length >= 2 && !fields.has(piece.slice(0, 2))) {
      fields.set(piece.slice(0, 2), piece.slice(2));
    }
  }
  return {
    code,
    sequence: detection?.[1] ?? '0',
    isIntact: detection === null || addsUp(bytes, detection[2] ?? ''),
    field: (id) => fields.get(id),
  };
}

/** A message and its checksum together are zero in sixteen bits. */
function addsUp(bytes: Buffer, digits: string): boolean {
  const sum = bytes.subarray(0, -4).reduce((total, byte) => total + byte, 0);
  return ((sum + Number.parseInt(digits, 16)) & 0xffff) === 0;
}
