import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../src/library/sip2/protocol/answer.ts';
import { decode, encode } from '../../../src/library/sip2/protocol/charset.ts';
import { checksumOf } from '../../../src/library/sip2/protocol/checksum.ts';
import { readFields } from '../../../src/library/sip2/protocol/fields.ts';
import { createFrameReader } from '../../../src/library/sip2/protocol/frameReader.ts';
import { readPatronRecord } from '../../../src/library/sip2/protocol/patronRecord.ts';
import {
  bytesOf,
  loginRequest,
  patronInformationRequest,
  patronStatusRequest,
  statusRequest,
} from '../../../src/library/sip2/protocol/request.ts';
import { readSystemStatus } from '../../../src/library/sip2/protocol/systemStatus.ts';
import { wallTimeWriter } from '../../../src/library/sip2/protocol/wallTime.ts';
import { bytesOfFrame, goldenFrames } from './goldenFrames.ts';

const question = {
  institution: 'LPL',
  card: '200100002',
  password: 'haslo2',
  time: '20261122    112412',
};

const answerOf = (frame: string) => readAnswer(bytesOfFrame(frame));
const recordOf = (frame: string) => readPatronRecord(answerOf(frame), 'utf-8');

describe('a request', () => {
  it.each([
    ['login', loginRequest({ user: 'bot', password: 'botpwd', location: 'WEB' }), 0],
    ['status', statusRequest(), 1],
    ['patronInformation', patronInformationRequest(question, 'charged'), 2],
    ['patronStatus', patronStatusRequest(question), 6],
  ] as const)('%s is byte for byte what was seen on the wire', (name, request, sequence) => {
    expect(bytesOf(request, sequence, 'utf-8').toString('utf8')).toBe(`${goldenFrames[name]}\r`);
  });

  it('about a reader, not from one, names no password', () => {
    const asked = { ...question, password: null };
    const bytes = bytesOf(patronInformationRequest(asked, 'none'), 0, 'utf-8').toString();
    expect(bytes).toContain('112412          AOLPL|AA200100002|AC|AY0AZ');
  });

  it('tells the time on the clock in the library', () => {
    const write = wallTimeWriter('Europe/Warsaw');
    expect(write(new Date('2026-11-22T10:24:12Z'))).toBe('20261122    112412');
    expect(write(new Date('2026-06-30T22:00:00Z'))).toBe('20260701    000000');
  });
});

describe('an answer', () => {
  it.each(Object.entries(goldenFrames))('%s has a right checksum', (_, frame) => {
    expect(answerOf(frame)).toMatchObject({ checksum: 'right' });
    expect(frame.endsWith(checksumOf(bytesOfFrame(frame.slice(0, -4))))).toBe(true);
  });

  it('without error detection, or with wrong digits, says so', () => {
    expect(answerOf('941')).toMatchObject({ code: '94', sequence: null, checksum: 'absent' });
    expect(answerOf('941AY0AZ0000')).toMatchObject({ sequence: 0, checksum: 'wrong' });
    expect(answerOf('96AZFEF6')).toMatchObject({ code: '96', sequence: null, checksum: 'right' });
  });

  it.each(['patronInformationAnswer', 'patronInformationAnswerComposed'] as const)(
    'to 63 (%s) is read whole',
    (name) => {
      expect(recordOf(goldenFrames[name])).toEqual({
        card: '200100002',
        isKnown: true,
        isPasswordRight: true,
        denied: Array.from({ length: 14 }, () => false),
        counts: { overdue: 0, charged: 0, fines: 1 },
        balance: '12.50',
        hasBalance: true,
        currency: 'PLN',
        expiresOn: '2027-12-31',
        screenMessages: [],
        name: 'G\u0119\u015bla Ja\u017a\u0144',
      });
    },
  );

  it.each(['patronStatusAnswer', 'patronStatusAnswerComposed'] as const)(
    'to 23 (%s) has no counts',
    (name) => {
      expect(recordOf(goldenFrames[name])).toMatchObject({
        card: '200100002',
        isPasswordRight: true,
        balance: '12.50',
        counts: { overdue: null, charged: null, fines: null },
      });
    },
  );

  it('about an unknown card knows neither card nor password', () => {
    expect(recordOf(goldenFrames.unknownCardAnswer)).toMatchObject({
      card: 'nobody',
      isKnown: false,
      isPasswordRight: false,
    });
  });

  it('with blank counts is unknown, not zero', () => {
    const counts = '0000    0002    00000000';
    const frame = `64              00020261122    112412${counts}AOLPL|AA1|AE|BLY|`;
    expect(recordOf(frame).counts).toEqual({ overdue: null, charged: 2, fines: null });
  });

  it('that fills up a list with empty entries has none of them', () => {
    const fields = readFields(Buffer.from('AT|AT|AT300|AT|AFBlocked|AF|'), 0, 'utf-8');
    expect(fields.values('AT')).toEqual(['300']);
    expect(fields.value('AF')).toBe(null);
  });

  it('that holds a field twice with different values tells neither', () => {
    const head = '64              00020261122    112412000000000000000000000000AOLPL|AA1|';
    const written = recordOf(`${head}BLY|CQN|BDstreet|CQY|BV5.00|BV0.00|`);
    expect(written).toMatchObject({ isPasswordRight: false, balance: null, hasBalance: true });
    expect(recordOf(`${head}BLY|BLY|CQY|`).isKnown).toBe(true);
  });

  it('that is too short for its fixed places is refused', () => {
    expect(() => recordOf('64YYYY')).toThrow(expect.objectContaining({ code: 'SIP2_BAD_ANSWER' }));
  });

  it('to 99 tells what the system serves', () => {
    expect(readSystemStatus(answerOf(goldenFrames.statusAnswer), 'utf-8')).toEqual({
      isOnline: true,
      protocol: '2.00',
      institution: 'LPL',
      servesPatronStatus: true,
      servesPatronInformation: true,
    });
  });
});

describe('a stream', () => {
  it('gives the same messages however it is cut', () => {
    const messages = [goldenFrames.patronInformationAnswer, goldenFrames.statusAnswer, '96AZFEF6'];
    const stream = bytesOfFrame(messages.map((one) => `${one}\r\n`).join(''));
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 12 }), (cuts) => {
        const reader = createFrameReader();
        const places = [0, ...cuts.sort((one, other) => one - other), stream.length];
        const found = places.flatMap((place, index) =>
          index === 0 ? [] : reader.push(stream.subarray(places[index - 1], place)),
        );
        expect(found.map((one) => one.toString('utf8'))).toEqual(messages);
      }),
    );
  });

  it('that never ends a message is given up', () => {
    const tooLong = expect.objectContaining({ code: 'SIP2_BAD_ANSWER' });
    const reader = createFrameReader();
    reader.push(Buffer.alloc(60_000, 'a'));
    expect(() => reader.push(Buffer.alloc(6_000, 'a'))).toThrow(tooLong);
    const another = createFrameReader();
    another.push(Buffer.alloc(60_000, 'a'));
    expect(() => another.push(Buffer.from(`${'a'.repeat(6_000)}\r`))).toThrow(tooLong);
  });
});

describe('a value', () => {
  it.each([
    ['utf-8', 'za\u017c\u00f3\u0142\u0107', '7a61c5bcc3b3c582c487'],
    ['windows-1250', 'za\u017c\u00f3\u0142\u0107', '7a61bff3b3e6'],
    ['iso-8859-2', '\u015bl\u0105sk', 'b66cb1736b'],
    ['cp852', 'za\u017c\u00f3\u0142\u0107', '7a61bea28886'],
    ['ascii', 'zolc', '7a6f6c63'],
  ] as const)('is written and read in %s', (charset, text, hex) => {
    expect(encode(text, charset).toString('hex')).toBe(hex);
    expect(decode(Buffer.from(hex, 'hex'), charset)).toBe(text);
  });

  it('with a letter that the character set lacks is refused instead of becoming "?"', () => {
    for (const charset of ['ascii', 'windows-1250', 'iso-8859-2', 'cp852'] as const) {
      expect(() => encode('\u00e5\u0436', charset)).toThrow(
        expect.objectContaining({ code: 'SIP2_UNSENDABLE' }),
      );
    }
  });

  it.each(['|', '\r', '\n', '\0', '\x1f', '\x7f', '\x85', '\u2028'])(
    'with %j is refused',
    (bad) => {
      expect(() => encode(`a${bad}b`, 'utf-8')).toThrow(
        expect.objectContaining({ code: 'SIP2_UNSENDABLE' }),
      );
    },
  );

  it('of a reader can never make a second field or message', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('|', '\r', '\n', 'A', 'Z', '6', '3', '\u0142') }),
    );
    const charset = fc.constantFrom('utf-8', 'windows-1250', 'iso-8859-2', 'cp852', 'ascii');
    fc.assert(
      fc.property(typed, typed, charset, (card, password, used) => {
        const asked = { ...question, card, password };
        let bytes: Buffer;
        try {
          bytes = bytesOf(patronInformationRequest(asked, 'none'), 1, used as 'utf-8');
        } catch (error) {
          expect(error).toMatchObject({ code: 'SIP2_UNSENDABLE' });
          return;
        }
        expect(bytes.indexOf('\r')).toBe(bytes.length - 1);
        expect(bytes.filter((byte) => byte === 0x7c)).toHaveLength(4);
        expect(bytes.subarray(0, -1).every((byte) => byte >= 0x20 && byte !== 0x7f)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
