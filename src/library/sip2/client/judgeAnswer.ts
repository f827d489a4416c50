import type { Answer } from '../protocol/answer.ts';
import type { Request } from '../protocol/request.ts';
import type { Doubt, Verification } from './connectionOptions.ts';

export type Judgement =
  | { readonly verdict: 'accept'; readonly doubt: Doubt | null }
  /** The system wants the request again. */
  | { readonly verdict: 'sendAgain' }
  /** The answer is broken; the system shall send it again. */
  | { readonly verdict: 'askAgain' }
  | { readonly verdict: 'reject'; readonly why: string };

/** 96: what arrived there was broken. */
const resendAsked = '96';

/** Whether an answer is the one to the request that is under way. */
export function judgeAnswer(
  answer: Answer,
  asked: { readonly request: Request; readonly sequence: number },
  verify: Verification,
): Judgement {
  // Before its code is believed: a broken message may have any.
  const doubt = doubtAbout(answer);
  if (answer.code === resendAsked && answer.checksum !== 'wrong') return { verdict: 'sendAgain' };
  if (doubt !== null && verify === 'strict') return { verdict: 'askAgain' };
  if (answer.code === resendAsked) return { verdict: 'sendAgain' };
  if (answer.code !== asked.request.answeredBy) {
    return { verdict: 'reject', why: `of another kind, ${answer.code}` };
  }
  if (answer.sequence !== null && answer.sequence !== asked.sequence) {
    return { verdict: 'reject', why: 'to another question' };
  }
  return { verdict: 'accept', doubt: verify === 'warn' ? doubt : null };
}

function doubtAbout({ checksum, sequence }: Answer): Doubt | null {
  if (checksum === 'wrong') return 'checksumWrong';
  if (checksum === 'absent') return 'checksumAbsent';
  return sequence === null ? 'sequenceAbsent' : null;
}
