import { expect, test } from 'vitest';
import { recordCache } from '../../src/storage/recordCache.ts';

test('the cache forgets the least recently used texts when it holds too many characters', () => {
  const cache = recordCache(33);
  cache.set('a', 'a'.repeat(10));
  cache.set('b', 'b'.repeat(10));
  cache.set('c', 'c'.repeat(10));
  cache.get('a');
  cache.set('d', 'd'.repeat(10));
  expect(['a', 'b', 'c', 'd'].filter((key) => cache.get(key) !== undefined)).toEqual([
    'a',
    'c',
    'd',
  ]);
});

test('the cache counts a replaced or deleted text no longer', () => {
  const cache = recordCache(33);
  cache.set('a', 'a'.repeat(20));
  cache.set('a', 'a'.repeat(10));
  cache.set('b', 'b'.repeat(20));
  expect(cache.get('a')).toBeDefined();
  cache.delete('b');
  cache.set('c', 'c'.repeat(20));
  expect(cache.get('a')).toBeDefined();
});

test('a text larger than the whole cache is not kept', () => {
  const cache = recordCache(5);
  cache.set('a', 'a'.repeat(5));
  expect(cache.get('a')).toBeUndefined();
});
