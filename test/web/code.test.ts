import { describe, expect, test } from 'vitest';
import { codeOf, spelled } from '../../src/web/client/chat/code.ts';

describe('a code in a message', () => {
  const code = { grouped: 'AB1C D2', plain: 'AB1CD2' };

  test('is found in channelData', () => {
    expect(codeOf({ type: 'message', channelData: { code } })).toEqual(code);
  });

  test.each([
    undefined,
    {},
    { code: null },
    { code: 'AB1CD2' },
    { code: { grouped: 1, plain: 'x' } },
  ])('is not found in %j', (channelData) => {
    expect(codeOf({ type: 'message', ...(channelData ? { channelData } : {}) })).toBeNull();
  });

  test('is spelled letter by letter with a pause between the groups', () => {
    expect(spelled(code)).toBe('A B 1 C, D 2');
  });
});
