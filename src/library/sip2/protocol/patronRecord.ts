import { Sip2Error } from '../sip2Error.ts';
import type { Answer } from './answer.ts';
import type { Charset } from './charset.ts';
import { readFields, type Fields } from './fields.ts';

/** What a system tells about a reader. `null` everywhere: it does not tell. */
export type PatronRecord = {
  /** `AA`, the card the answer is about. */
  readonly card: string | null;
  /** `BL`: the system knows the card. */
  readonly isKnown: boolean;
  /** `CQ`: the password is right. */
  readonly isPasswordRight: boolean;
  /** The fourteen places of the patron status; true where something is denied or exceeded. */
  readonly denied: readonly boolean[];
  readonly counts: PatronCounts;
  /** `BV` as written, for example `12.50`; `null` also when it is there twice and differs. */
  readonly balance: string | null;
  /** False when there is no `BV`, which some systems leave out for nothing owed. */
  readonly hasBalance: boolean;
  /** `BH`, an ISO 4217 code. */
  readonly currency: string | null;
  /** `PA` as `YYYY-MM-DD`. */
  readonly expiresOn: string | null;
  /** `AF` and `AG`: texts for people. Show them to staff; never decide on them. */
  readonly screenMessages: readonly string[];
  /** `AE`. Letters may be broken: never compare it. */
  readonly name: string | null;
};

export type PatronCounts = {
  readonly overdue: number | null;
  readonly charged: number | null;
  readonly fines: number | null;
};

const statusEnd = 16;
const fieldsOf24 = 37;
const fieldsOf64 = 61;
/** A 24 has no counts. */
const noCounts: PatronCounts = { overdue: null, charged: null, fines: null };

/** Reads a 64 or 24. Throws `SIP2_BAD_ANSWER` when it is shorter than its fixed places. */
export function readPatronRecord(answer: Answer, charset: Charset): PatronRecord {
  const { body, code } = answer;
  const start = code === '64' ? fieldsOf64 : fieldsOf24;
  if (body.length < start) {
    throw new Sip2Error('SIP2_BAD_ANSWER', `The system sent a ${code} that is too short.`);
  }
  const fixed = body.toString('latin1', 0, start);
  const fields = readFields(body, start, charset);
  return {
    card: fields.value('AA'),
    isKnown: fields.value('BL') === 'Y',
    isPasswordRight: fields.value('CQ') === 'Y',
    denied: [...fixed.slice(2, statusEnd)].map((place) => place === 'Y'),
    counts: code === '64' ? countsOf(fixed) : noCounts,
    balance: fields.value('BV')?.trim() ?? null,
    hasBalance: fields.values('BV').length > 0,
    currency: fields.value('BH')?.trim().toUpperCase() ?? null,
    expiresOn: dayOf(fields),
    screenMessages: [...fields.values('AF'), ...fields.values('AG')],
    name: fields.value('AE'),
  };
}

function countsOf(fixed: string): PatronCounts {
  return {
    overdue: countAt(fixed, 41),
    charged: countAt(fixed, 45),
    fines: countAt(fixed, 49),
  };
}

/** Blanks mean that the system does not count, which is not none. */
function countAt(fixed: string, start: number): number | null {
  const digits = fixed.slice(start, start + 4);
  return /^\d{4}$/.test(digits) ? Number(digits) : null;
}

function dayOf(fields: Fields): string | null {
  const [, year, month, day] = /^([1-9]\d{3})(\d{2})(\d{2})/.exec(fields.value('PA') ?? '') ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
}
