import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** A port that was free a moment ago, for programs that cannot be told to take any. */
export function freePort(): Promise<number> {
  return portGiven(0);
}

/**
 * A free port that no connection takes while nobody listens on it, for programs that die and come back:
 * it lies below those that systems give to the near ends of connections.
 */
export async function lastingPort(): Promise<number> {
  for (;;) {
    try {
      return await portGiven(randomInt(20_000, 32_000));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error; // net throws no other kind
    }
  }
}

async function portGiven(wanted: number): Promise<number> {
  const probe = createServer().listen(wanted, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo; // a TCP server that listens has no other kind
  probe.close();
  await once(probe, 'close');
  return port;
}
