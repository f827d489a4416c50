import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { servedPatron, type Sip2ServerOptions } from '../../../src/library/index.ts';
import {
  bytesOf,
  patronInformationRequest,
  patronStatusRequest,
} from '../../../src/library/sip2/protocol/request.ts';
import { reader, sip2Server } from './sip2World.ts';

const time = '20261122    112412';
const asked = { institution: 'LPL', card: reader.card, password: 'haslo2', time };
const open = servedPatron({ card: '200100003' });
const blocked = servedPatron({ card: '200100004', password: 'p', isBlocked: true });

type Question = Partial<Record<keyof typeof asked, string | null>>;

const ask63 = (differences: Question = {}): Buffer =>
  bytesOf(
    patronInformationRequest({ ...asked, ...differences } as typeof asked, 'none'),
    1,
    'utf-8',
  );
const ask23 = (differences: Question = {}): Buffer =>
  bytesOf(patronStatusRequest({ ...asked, ...differences } as typeof asked), 1, 'utf-8');

/** What comes back for these writes until there are so many messages, or the server closes. */
async function answers(
  writes: readonly Buffer[],
  count: number,
  behaviour: Sip2ServerOptions['behaviour'] = {},
): Promise<readonly string[]> {
  const server = await sip2Server({ patrons: [reader, open, blocked], behaviour });
  const socket = connect(server.port, '127.0.0.1').setNoDelay(true);
  let text = '';
  socket.on('data', (bytes) => (text += bytes.toString('utf8')));
  const over = once(socket, 'close');
  for (const bytes of writes) {
    socket.write(bytes);
    await new Promise(setImmediate);
  }
  const messages = () => text.split('\r').slice(0, -1);
  while (messages().length < count) {
    const ended = await Promise.race([over.then(() => true), once(socket, 'data')]);
    if (ended === true) break;
  }
  socket.destroy();
  return messages();
}

/** Rows of what was seen of servers, which the client must live with. */
test.each([
  ['a wrong password is told as such', [ask63({ password: 'x' })], /^64 {14}.*\|BLY\|CQN\|/],
  ['a 64 to no password says nothing about it', [ask63({ password: null })], /\|BLY\|(?!.*CQ)/],
  ['a 24 to no password says no', [ask23({ password: null })], /^24.*\|BLY\|CQN\|/],
  [
    'a card without a password takes any',
    [ask63({ card: open.card, password: 'any' })],
    /\|BLY\|CQY\|/,
  ],
  [
    'a blocked card is known, its password right, everything denied, and a text says why',
    [ask63({ card: blocked.card, password: 'p' })],
    /^64YYYY.*\|BLY\|CQY\|.*AF/,
  ],
  ['another institution is accepted', [ask63({ institution: 'OTHER' })], /\|BLY\|CQY\|/],
  ['a wrong checksum is asked for again', [corrupted(ask63())], /^96AZFEF6$/],
  ['a request may come byte by byte', bytesOfEach(ask63()), /\|BLY\|CQY\|/],
] as const)('the test server behaves as seen: %s', async (_what, writes, pattern) => {
  const [answer] = await answers(writes, 1);
  expect(answer).toMatch(pattern);
});

test('the test server answers requests that come together, also with CRLF, in their order', async () => {
  const lineFeed = Buffer.from('\n');
  const both = Buffer.concat([ask63(), lineFeed, ask63({ card: open.card }), lineFeed]);
  const [first, second] = await answers([both], 2);
  expect(first).toContain(`AA${reader.card}|`);
  expect(second).toContain(`AA${open.card}|`);
});

test('the test server puts the card first and the institution last in its other profile', async () => {
  const [answer] = await answers([ask63()], 1, { profile: 'b', checksum: 'zero' });
  expect(answer).toMatch(/^64.{59}AA200100002\|.*AOLPL\|AY1AZ0000$/);
});

test.each([
  [
    'a message that it does not know',
    [bytesOf({ head: '17', fields: [], answeredBy: '18' }, 0, 'utf-8')],
    {},
  ],
  ['silence', [], { idleMs: 10 }],
] as const)('the test server closes the connection after %s', async (_what, writes, behaviour) => {
  expect(await answers(writes, 1, behaviour)).toEqual([]);
});

function corrupted(bytes: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, -5), Buffer.from('0000\r')]);
}

function bytesOfEach(bytes: Buffer): readonly Buffer[] {
  return [...bytes].map((byte) => Buffer.from([byte]));
}
