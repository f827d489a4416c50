import { expect, test } from 'vitest';
import { judgeAnswer } from '../../../src/library/sip2/client/judgeAnswer.ts';
import { readAnswer } from '../../../src/library/sip2/protocol/answer.ts';
import { statusRequest } from '../../../src/library/sip2/protocol/request.ts';
import { bytesOfFrame, goldenFrames } from './goldenFrames.ts';

const answer = readAnswer(bytesOfFrame(goldenFrames.statusAnswer));

test.each(['strict', 'warn', 'off'] as const)(
  'with "%s", only the answer with the sequence number of the question is one',
  (verify) => {
    const judge = (sequence: number) =>
      judgeAnswer(answer, { request: statusRequest(), sequence }, verify).verdict;
    expect(judge(1)).toBe('accept');
    expect(judge(2)).toBe('reject');
  },
);

test('an answer of another kind is none', () => {
  const request = { ...statusRequest(), answeredBy: '64' };
  expect(judgeAnswer(answer, { request, sequence: 1 }, 'off').verdict).toBe('reject');
});
