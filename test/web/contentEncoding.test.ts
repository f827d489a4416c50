import { describe, expect, test } from 'vitest';
import { bestEncoding } from '../../src/web/contentEncoding.ts';

describe('content encoding', () => {
  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['GZIP;q=0.5', 'gzip'],
    ['br;q=0, gzip;q=1', 'gzip'],
    ['br;q=0, gzip;q=0', 'identity'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['identity', 'identity'],
    ['', 'identity'],
    [undefined, 'identity'],
  ])('a client that accepts %j gets %s', (accepted, encoding) => {
    expect(bestEncoding(accepted)).toBe(encoding);
  });
});
