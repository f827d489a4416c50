import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { clientAddress, isLoopback, networkTest } from '../../src/http/index.ts';

const PROXIES = ['10.0.0.0/8', '2001:db8::1', '127.0.0.1'];

function request(remoteAddress: string, forwardedFor?: string): IncomingMessage {
  // Only what the function reads; a socket cannot claim another peer's address.
  return {
    socket: { remoteAddress },
    headers: forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor },
  } as unknown as IncomingMessage;
}

describe('the address of a client', () => {
  test.each([
    ['is the peer when no proxy is trusted', '203.0.113.9', '198.51.100.1', [], '203.0.113.9'],
    [
      'is the peer when the peer is no proxy',
      '203.0.113.9',
      '198.51.100.1',
      PROXIES,
      '203.0.113.9',
    ],
    ['is the peer when nothing was forwarded', '10.1.2.3', undefined, PROXIES, '10.1.2.3'],
    ['is what the proxy saw', '10.1.2.3', '198.51.100.1', PROXIES, '198.51.100.1'],
    ['is not what the client wrote', '10.1.2.3', '1.1.1.1, 198.51.100.1', PROXIES, '198.51.100.1'],
    ['skips proxies behind proxies', '10.1.2.3', '198.51.100.1, 10.9.9.9', PROXIES, '198.51.100.1'],
    ['ignores hops that are no address', '10.1.2.3', '198.51.100.1, unknown', PROXIES, '10.1.2.3'],
    [
      'is the left-most when all are proxies',
      '10.1.2.3',
      '10.7.7.7, 10.9.9.9',
      PROXIES,
      '10.7.7.7',
    ],
    ['loses the port of an IPv4 hop', '10.1.2.3', '198.51.100.1:4711', PROXIES, '198.51.100.1'],
    ['loses the port of an IPv6 hop', '2001:db8::1', '[2001:db8::9]:47', PROXIES, '2001:db8::9'],
    ['knows a mapped IPv4 peer', '::ffff:10.1.2.3', '198.51.100.1', PROXIES, '198.51.100.1'],
  ])('%s', (_name, peer, forwarded, proxies, expected) => {
    expect(clientAddress(request(peer, forwarded), proxies)).toBe(expected);
  });

  test.each(['proxy.local', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/x', ''])(
    'is refused together with the wrong list entry "%s"',
    (entry) => {
      expect(() => clientAddress(request('10.0.0.1'), [entry])).toThrow(
        expect.objectContaining({ code: 'TRUSTED_PROXY_INVALID' }),
      );
    },
  );
});

test.each([
  ['127.0.0.1', true],
  ['127.8.9.1', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['10.0.0.1', false],
  ['::ffff:10.0.0.1', false],
  ['localhost', false],
  ['', false],
])('"%s" is a loopback address: %s', (address, expected) => {
  expect(isLoopback(address)).toBe(expected);
});

test('an address is in the networks of the library or it is not, also when the socket maps it', () => {
  const isInLibrary = networkTest(['192.0.2.0/24', '2001:db8::/32']);
  expect(['192.0.2.7', '::ffff:192.0.2.7', '2001:db8::5'].every(isInLibrary)).toBe(true);
  expect(['192.0.3.7', '2001:db9::5', '', 'library'].some(isInLibrary)).toBe(false);
});
