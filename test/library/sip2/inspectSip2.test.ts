import { expect, test } from 'vitest';
import { inspectSip2 } from '../../../src/library/sip2/inspectSip2.ts';
import { sip2Settings } from '../../../src/library/index.ts';
import { sip2Client, sip2Server } from './sip2World.ts';

const settings = (differences: object = {}) =>
  sip2Settings.parse({ host: '127.0.0.1', institution: 'LPL', ...differences });

const status = {
  isOnline: true,
  protocol: '2.00',
  institution: 'LPL',
  servesPatronStatus: true,
  servesPatronInformation: true,
};

const problemsOf = async (differences: object, of = settings()) =>
  (await inspectSip2({ status: () => Promise.resolve({ ...status, ...differences }) }, of)).map(
    ({ code }) => code,
  );

test('nothing is amiss with a system that fits the settings', async () => {
  expect(await inspectSip2(sip2Client(await sip2Server()), settings())).toEqual([]);
});

test.each([
  [{ isOnline: false }, 'SIP2_OFFLINE'],
  [{ protocol: '1.00' }, 'SIP2_VERSION'],
  [{ institution: 'OTHER' }, 'SIP2_INSTITUTION'],
  [{ servesPatronInformation: false }, 'SIP2_NO_PATRON_INFORMATION'],
])('a system with %j is told of', async (differences, code) => {
  expect(await problemsOf(differences)).toEqual([code]);
});

test('passwords that cross a network in the clear are told of', async () => {
  expect(await problemsOf({}, settings({ host: '10.0.0.5' }))).toEqual(['SIP2_IN_THE_CLEAR']);
  expect(await problemsOf({}, settings({ host: '10.0.0.5', tls: true }))).toEqual([]);
});

test('a system that does not answer is told of with what to check', async () => {
  const server = await sip2Server({ behaviour: { answering: 'silent' } });
  expect(await inspectSip2(sip2Client(server, { readMs: 20 }), settings())).toMatchObject([
    { code: 'SIP2_TIMEOUT' },
  ]);
});
