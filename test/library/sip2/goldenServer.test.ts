import { connect } from 'node:net';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { bytesOf, patronInformationRequest } from '../../../src/library/sip2/protocol/request.ts';
import { bytesOfFrame, goldenFrames } from './goldenFrames.ts';
import { reader, sip2Server } from './sip2World.ts';

const statusTime = '20261122    112321';
const patronTime = '20261122    112412';

/** What the test server sends back for these bytes, up to the end of its message. */
async function answerTo(request: Buffer, isComposed = false): Promise<string> {
  const name = isComposed ? reader.name.normalize('NFC') : reader.name;
  const address = isComposed ? reader.address.normalize('NFC') : reader.address;
  const isStatus = request.toString('latin1').startsWith('99');
  const server = await sip2Server({
    patrons: [{ ...reader, name, address }],
    login: { user: 'bot', password: 'botpwd' },
    time: () => (isStatus ? statusTime : patronTime),
  });
  const socket = connect(server.port, '127.0.0.1');
  socket.write(request);
  // On loopback an answer this short is one piece.
  const [bytes] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return bytes.toString('utf8');
}

const asSent = (frame: string): Buffer => bytesOfFrame(`${frame}\r`);

test.each([
  ['login', 'loginAnswer', false],
  ['status', 'statusAnswer', false],
  ['patronInformation', 'patronInformationAnswer', false],
  ['patronInformation', 'patronInformationAnswerComposed', true],
  ['patronStatus', 'patronStatusAnswer', false],
  ['patronStatus', 'patronStatusAnswerComposed', true],
] as const)(
  'the test server answers %s with %s, byte for byte as seen on the wire',
  async (request, answer, isComposed) => {
    expect(await answerTo(asSent(goldenFrames[request]), isComposed)).toBe(
      `${goldenFrames[answer]}\r`,
    );
  },
);

test('the test server knows no unknown card, in the words seen on the wire', async () => {
  const asked = { institution: 'LPL', card: 'nobody', password: 'haslo2', time: patronTime };
  const request = bytesOf(patronInformationRequest(asked, 'none'), 5, 'utf-8');
  expect(await answerTo(request)).toBe(`${goldenFrames.unknownCardAnswer}\r`);
});
