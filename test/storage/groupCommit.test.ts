import { describe, expect, test } from 'vitest';
import { groupCommit } from '../../src/storage/index.ts';

describe('a group commit', () => {
  test('commits together what was asked together, and gives each its own answer', async () => {
    const commits: (readonly number[])[] = [];
    const group = groupCommit<number, number>(async (items) => {
      commits.push(items);
      return items.map((item) => item * 10);
    });
    expect(await Promise.all([1, 2, 3].map((item) => group.add(item)))).toEqual([10, 20, 30]);
    expect(commits).toEqual([[1, 2, 3]]);
  });

  test('lets what arrives during a commit share the next one', async () => {
    const commits: (readonly number[])[] = [];
    const release: (() => void)[] = [];
    const group = groupCommit<number, number>(async (items) => {
      commits.push(items);
      await new Promise<void>((resolve) => release.push(resolve));
      return items;
    });
    const first = group.add(1);
    await expect.poll(() => release.length).toBe(1);
    const later = [group.add(2), group.add(3)];
    release[0]?.();
    await first;
    await expect.poll(() => release.length).toBe(2);
    release[1]?.();
    expect(await Promise.all(later)).toEqual([2, 3]);
    expect(commits).toEqual([[1], [2, 3]]);
  });

  test('rejects everybody in a failed commit and nobody after it', async () => {
    let isBroken = true;
    const group = groupCommit<number, number>(async (items) => {
      if (isBroken) throw new Error('full');
      return items;
    });
    const outcomes = await Promise.allSettled([group.add(1), group.add(2)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isBroken = false;
    expect(await group.add(3)).toBe(3);
  });

  test('is settled when nothing is under way', async () => {
    let committed = 0;
    const group = groupCommit<number, null>(async (items) => {
      committed += items.length;
      return items.map(() => null);
    });
    void group.add(1);
    await group.settled();
    expect(committed).toBe(1);
  });
});
