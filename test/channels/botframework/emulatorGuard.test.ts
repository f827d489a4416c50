import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { createEmulatorGuard } from '../../../src/channels/botframework/emulatorGuard.ts';

/** Tests on a real server reach it over loopback only; another peer has to be made up. */
function requestFrom(remoteAddress: string | undefined): IncomingMessage {
  return {
    socket: { remoteAddress },
    headers: { host: 'localhost:3978' },
  } as unknown as IncomingMessage;
}

test.each(['192.168.1.5', '10.0.0.1', '::ffff:192.168.1.5', '2001:db8::1', '', undefined])(
  'the Emulator mode refuses the peer %s, even when it says it came for localhost',
  (peer) => {
    expect(createEmulatorGuard().admitRequest(requestFrom(peer))).toEqual({
      status: 403,
      reason: 'PeerNotLocal',
    });
  },
);

test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('the Emulator mode lets %s in', (peer) => {
  expect(createEmulatorGuard().admitRequest(requestFrom(peer))).toBeNull();
});
