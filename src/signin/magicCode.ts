import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import type { Keys } from '../storage/index.ts';

/** What a code is good for: one ticket, in one chat. */
export type CodeScope = { readonly ticketHash: string; readonly chatKey: string };

/** A random code of `digits` digits, leading zeros included; ASVS 11.5.1. */
export function newCode(digits: number): string {
  return String(randomInt(10 ** digits)).padStart(digits, '0');
}

/** What is kept of a code. Without `key` it cannot be tried out, and it fits no other ticket or chat. */
export function codeMark(
  key: Uint8Array,
  code: string,
  { ticketHash, chatKey }: CodeScope,
): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([code, ticketHash, chatKey]))
    .digest('base64url');
}

/** True when the mark was made of this code with one of the keys. */
export function isMarkOf(mark: string, keys: Keys, code: string, scope: CodeScope): boolean {
  return keys.some((key) => isSameMark(mark, codeMark(key, code, scope)));
}

/** Compares two marks in constant time. */
function isSameMark(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
