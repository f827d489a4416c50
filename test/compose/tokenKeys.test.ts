import { expect, test } from 'vitest';
import { createTokens } from '../../src/channels/directline/token.ts';
import type { TokenClaims } from '../../src/channels/directline/tokenClaims.ts';
import { tokenKeys } from '../../src/compose/tokenKeys.ts';

const key = (byte: number) => new Uint8Array(32).fill(byte);
const clock = () => new Date('2026-12-10T08:00:00Z');
const claims: TokenClaims = {
  conversationId: 'c',
  userId: 'dl_u',
  origin: null,
  lineage: 'l',
  since: clock().getTime(),
  started: true,
};

test('a token of an open chat outlives one change of the secret, and not two', async () => {
  const issued = await createTokens(tokenKeys([key(1)]), clock).issue(claims);
  const outcomeWith = async (...bytes: [number, ...number[]]): Promise<string> => {
    const [first, ...rest] = bytes;
    const keys = tokenKeys([key(first), ...rest.map(key)]);
    return (await createTokens(keys, clock).check(issued?.token ?? '')).outcome;
  };
  expect(await outcomeWith(1)).toBe('valid');
  expect(await outcomeWith(2, 1)).toBe('valid');
  expect(await outcomeWith(3, 2)).toBe('invalid');
});
