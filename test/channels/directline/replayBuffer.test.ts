import { describe, expect, test } from 'vitest';
import { ReplayBuffer } from '../../../src/channels/directline/replayBuffer.ts';
import { manualTime } from '../../support/directLineTime.ts';

const minutes = 60_000;

function bufferWith(count: number, time = manualTime(), masked: string | null = null) {
  const buffer = new ReplayBuffer(time.clock);
  for (let number = 0; number < count; number += 1) {
    buffer.add({ number, at: time.clock().getTime(), json: `"${number}"`, masked });
  }
  return { buffer, time };
}

const textsFrom = (buffer: ReplayBuffer, from: number) => buffer.from(from).map(({ json }) => json);

describe('the replay buffer', () => {
  test('replays from a number on, not from a position', () => {
    const { buffer } = bufferWith(150);
    expect(textsFrom(buffer, 148)).toEqual(['"148"', '"149"']);
    expect(buffer.from(150)).toEqual([]);
  });

  test('keeps the last hundred and replays from the oldest kept', () => {
    const { buffer } = bufferWith(150);
    expect(buffer.from(0)).toHaveLength(100);
    expect(textsFrom(buffer, 0)[0]).toBe('"50"');
  });

  test('keeps an activity for thirty minutes', () => {
    const { buffer, time } = bufferWith(1);
    time.advance(30 * minutes - 1);
    expect(buffer.from(0)).toHaveLength(1);
    time.advance(1);
    expect(buffer.from(0)).toEqual([]);
  });

  test('masks a code ten minutes after it was shown, and on disk at once', () => {
    const { buffer, time } = bufferWith(1, manualTime(), '"masked"');
    expect(buffer.forDisk().map(({ json }) => json)).toEqual(['"masked"']);
    time.advance(10 * minutes - 1);
    expect(textsFrom(buffer, 0)).toEqual(['"0"']);
    time.advance(1);
    expect(textsFrom(buffer, 0)).toEqual(['"masked"']);
    expect(buffer.forDisk()).toEqual([
      { number: 0, at: expect.any(Number), json: '"masked"', masked: null },
    ]);
  });
});
