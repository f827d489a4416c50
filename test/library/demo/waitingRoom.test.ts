import { describe, expect, it } from 'vitest';
import { TooManyWaitingError, waitingRoom } from '../../../src/library/demo/waitingRoom.ts';

describe('the waiting room', () => {
  it('runs no more at once than allowed, in the order of arrival', async () => {
    const inTurn = waitingRoom({ atOnce: 2, waiting: 10 });
    const started: number[] = [];
    const finish: (() => void)[] = [];
    const tasks = [0, 1, 2, 3].map((index) =>
      inTurn(() => {
        started.push(index);
        return new Promise<void>((resolve) => (finish[index] = resolve));
      }),
    );
    expect(started).toEqual([0, 1]);
    finish[1]!();
    await tasks[1];
    expect(started).toEqual([0, 1, 2]);
    finish[0]!();
    await tasks[0];
    expect(started).toEqual([0, 1, 2, 3]);
    finish[2]!();
    finish[3]!();
    await Promise.all(tasks);
  });

  it('turns away who would wait too long, and works on afterwards', async () => {
    const inTurn = waitingRoom({ atOnce: 1, waiting: 1 });
    let finish = (): void => undefined;
    const running = inTurn(() => new Promise<void>((resolve) => (finish = resolve)));
    const waiting = inTurn(() => Promise.resolve('waited'));
    await expect(inTurn(() => Promise.resolve())).rejects.toThrow(TooManyWaitingError);
    finish();
    await running;
    expect(await waiting).toBe('waited');
    expect(await inTurn(() => Promise.resolve('later'))).toBe('later');
  });

  it('gives the place back when a task fails', async () => {
    const inTurn = waitingRoom({ atOnce: 1, waiting: 0 });
    await expect(inTurn(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await inTurn(() => Promise.resolve('next'))).toBe('next');
  });
});
