import { describe, expect, test } from 'vitest';
import { checkHistory, type Invariant } from './support/checkHistory.ts';
import type { Answer, Call, History, Sight } from './support/history.ts';

const month = '2026-12';
const call = (card: string, began: number, ended: number, answer: Answer): Call => ({
  card,
  month,
  began,
  ended,
  answer,
});
const issued = (code: string): Answer => ({ outcome: 'issued', code });
const again = (code: string): Answer => ({ outcome: 'alreadyClaimed', code });
const empty: Answer = { outcome: 'poolEmpty' };

const end: Sight = {
  month,
  at: 100,
  claims: [
    { card: 'ada', code: 'A' },
    { card: 'bob', code: 'B' },
  ],
  loaded: 2,
  left: 0,
  auditDifferences: 0,
};
const good: History = {
  loads: [{ month, codes: ['A', 'B'], began: 1, ended: 2 }],
  calls: [
    call('ada', 3, 5, issued('A')),
    call('bob', 4, 6, issued('B')),
    call('cyd', 4, 7, empty),
    call('ada', 8, 9, again('A')),
  ],
  sights: [end],
};

const withCalls = (...more: readonly Call[]): History => ({
  ...good,
  calls: [...good.calls, ...more],
});
const withEnd = (change: Partial<Sight>): History => ({ ...good, sights: [{ ...end, ...change }] });

describe('the checker of histories', () => {
  test('accepts a good history, also one in which a process died in the middle of a claim', () => {
    expect(checkHistory(good)).toEqual([]);
    expect(checkHistory(withCalls(call('dan', 10, Infinity, { outcome: 'unknown' })))).toEqual([]);
  });

  test('accepts that "you have it already" overtakes the giving, when both were asked at once', () => {
    const overtaken = [call('ada', 3, 6, issued('A')), call('ada', 4, 5, again('A'))];
    expect(checkHistory({ ...good, calls: [...overtaken, ...good.calls.slice(1)] })).toEqual([]);
  });

  test.each<readonly [Invariant, string, History]>([
    ['I1', 'a code that two were told', withCalls(call('cyd', 10, 11, issued('A')))],
    ['I2', 'a reader who was told two codes', withCalls(call('ada', 10, 11, again('B')))],
    ['I3', 'an acknowledged code that is gone', withEnd({ claims: end.claims.slice(1), left: 1 })],
    ['I4', 'a code given twice as if it were new', withCalls(call('ada', 10, 11, issued('A')))],
    [
      'I4',
      'a code given anew to somebody who was told of it before',
      {
        ...good,
        calls: [
          ...good.calls.slice(1, 3),
          call('ada', 3, 4, again('A')),
          call('ada', 5, 6, issued('A')),
        ],
      },
    ],
    ['I4', 'an owner who hears that none is left', withCalls(call('ada', 10, 11, empty))],
    [
      'I5',
      'a refusal before the last code was even asked for',
      {
        ...good,
        calls: [
          call('ada', 3, 5, issued('A')),
          call('cyd', 6, 7, empty),
          call('bob', 8, 9, issued('B')),
        ],
      },
    ],
    [
      'I6',
      'a code that nobody loaded',
      { ...good, loads: [{ month, codes: ['A'], began: 1, ended: 2 }] },
    ],
    ['I6', 'a sum that is wrong', withEnd({ left: 1 })],
    ['I7', 'an audit that replays to something else', withEnd({ auditDifferences: 1 })],
    ['I8', 'a code heard by another than its owner', withCalls(call('cyd', 10, 11, again('B')))],
  ])('finds a violation of %s: %s', (invariant, _name, history) => {
    expect(checkHistory(history).map((one) => one.invariant)).toContain(invariant);
  });
});
