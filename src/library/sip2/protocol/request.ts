import { encode, type Charset } from './charset.ts';
import { checksumOf } from './checksum.ts';

/** A message to the system: what comes first at fixed places, then fields in their order. */
export type Request = {
  readonly head: string;
  readonly fields: readonly (readonly [id: string, value: string])[];
  /** The code of the message that answers it. */
  readonly answeredBy: string;
};

export type Login = {
  readonly user: string;
  readonly password: string;
  /** Where the system believes the bot to stand; empty when it does not ask. */
  readonly location: string;
};

/** `AC`: the password of the terminal, which logs in with 93 where it has to. */
const noTerminalPassword = '';
/** Unknown, "the system's own": the texts for people are shown to staff only. */
const language = '000';

/** 93: the bot's own account, where the system wants one. */
export function loginRequest({ user, password, location }: Login): Request {
  return {
    head: '9300',
    fields: [
      ['CN', user],
      ['CO', password],
      ['CP', location],
    ],
    answeredBy: '94',
  };
}

/** 99: are you there, and what do you speak? Tells the system that version 2.00 is spoken here. */
export function statusRequest(): Request {
  return { head: '9900802.00', fields: [], answeredBy: '98' };
}

/** Which list a 63 asks for. One is served at most; the counts come with any, and with `none`. */
export type Summary = 'none' | 'charged' | 'overdue' | 'fines';
const summaryPlace = { overdue: 1, charged: 2, fines: 3 };
const summaryPlaces = 10;
/** `BP` and `BQ`, the entries of the list to send. */
const firstPage: Request['fields'] = [
  ['BP', '1'],
  ['BQ', '99'],
];

export type PatronQuestion = {
  readonly institution: string;
  readonly card: string;
  /** `null`: the question is about the reader, not from the reader. */
  readonly password: string | null;
  /** Wall time of the library, `YYYYMMDD    HHMMSS`. */
  readonly time: string;
};

/** 63: a reader's standing with all counts. */
export function patronInformationRequest(question: PatronQuestion, summary: Summary): Request {
  const places = Array.from({ length: summaryPlaces }, (_, place) =>
    summary !== 'none' && summaryPlace[summary] === place ? 'Y' : ' ',
  );
  return {
    head: `63${language}${question.time}${places.join('')}`,
    fields: [
      ...patronFields(question),
      ...(question.password === null ? [] : [['AD', question.password] as const]),
      ...(summary === 'none' ? [] : firstPage),
    ],
    answeredBy: '64',
  };
}

/** 23: a reader's standing without counts, for systems that do not serve 63. */
export function patronStatusRequest(question: PatronQuestion): Request {
  return {
    head: `23${language}${question.time}`,
    // Unlike in a 63, the password's field may not be missing here.
    fields: [...patronFields(question), ['AD', question.password ?? '']],
    answeredBy: '24',
  };
}

function patronFields({ institution, card }: PatronQuestion): Request['fields'] {
  return [
    ['AO', institution],
    ['AA', card],
    ['AC', noTerminalPassword],
  ];
}

/** 97: what you sent arrived broken, send it again. */
export const resendRequest = Buffer.from('97AZFEF5\r', 'latin1');

/**
 * The bytes of a request, with sequence number, checksum and carriage return. Throws `SIP2_UNSENDABLE`
 * when a value could not stay within its field.
 *
 * @param sequence 0 to 9
 */
export function bytesOf(request: Request, sequence: number, charset: Charset): Buffer {
  const fields = request.fields.flatMap(([id, value]) => [
    Buffer.from(id, 'latin1'),
    encode(value, charset),
    Buffer.from('|', 'latin1'),
  ]);
  const message = Buffer.concat([
    Buffer.from(request.head, 'latin1'),
    ...fields,
    Buffer.from(`AY${sequence}AZ`, 'latin1'),
  ]);
  return Buffer.concat([message, Buffer.from(`${checksumOf(message)}\r`, 'latin1')]);
}
