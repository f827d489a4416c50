import { describe, expect, test } from 'vitest';
import { keyedQueue } from '../src/keyedQueue.ts';

describe('a task', () => {
  test('that fails does not stop the ones behind it', async () => {
    const queue = keyedQueue();
    const order: string[] = [];
    const failing = queue.run('one', () => Promise.reject(new Error('broken')));
    const next = queue.run('one', () => Promise.resolve(void order.push('next')));
    await expect(failing).rejects.toThrow('broken');
    await next;
    await queue.settled();
    expect(order).toEqual(['next']);
  });

  test('of one key does not wait for another key', async () => {
    const queue = keyedQueue();
    let release = (): void => undefined;
    const held = queue.run('slow', () => new Promise<void>((resolve) => (release = resolve)));
    await queue.run('quick', () => Promise.resolve());
    release();
    await held;
  });
});
