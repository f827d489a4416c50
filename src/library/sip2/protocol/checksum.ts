/**
 * The checksum of a message: the two's complement of the sum of its bytes, in four upper-case
 * hexadecimal digits. It is taken over the bytes on the wire, up to and including `AZ`.
 * SIP2 specification, appendix "Error detection".
 */
export function checksumOf(message: Uint8Array): string {
  let sum = 0;
  for (const byte of message) sum += byte;
  return (-sum & 0xffff).toString(16).toUpperCase().padStart(4, '0');
}
