import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** The network between a program and its PostgreSQL. */
export type DatabaseWire = {
  /** Address of the database, by way of this network. */
  readonly url: string;
  /**
   * The answer to the next statement whose text holds `part` never arrives, though the server has
   * committed it: the connection ends. Resolves then. `meanwhile` happens between the two.
   */
  loseAnswerTo(part: string, meanwhile?: () => Promise<void>): Promise<void>;
  /** New connections lead to a server on this port of this machine. */
  leadTo(port: number): void;
};

type Loss = {
  readonly part: string;
  readonly meanwhile: () => Promise<void>;
  readonly isLost: () => void;
};

/** ReadyForQuery outside of a transaction: the statement before it is committed. */
const committed = Buffer.from('Z\0\0\0\x05I', 'latin1');

/** Puts a network that loses answers before the database at `url`, until the test ends. */
export async function databaseWire(url: string): Promise<DatabaseWire> {
  const sockets = new Set<Socket>();
  let port = Number(new URL(url).port);
  let next: Loss | null = null;

  const server = createServer((client) => {
    const database = connect({ port, host: '127.0.0.1' });
    let losing: Loss | null = null;
    for (const [socket, other] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.once('close', () => {
        sockets.delete(socket);
        if (losing === null) other.destroy();
      });
    }
    client.on('data', (bytes) => {
      if (next && bytes.includes(next.part)) [losing, next] = [next, null];
      database.write(bytes);
    });
    database.on('data', (bytes) => {
      if (losing === null) client.write(bytes);
      else if (bytes.subarray(-committed.length).equals(committed)) void lose(losing, client);
    });
  });

  async function lose({ meanwhile, isLost }: Loss, client: Socket): Promise<void> {
    await meanwhile();
    client.destroy();
    isLost();
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const own = new URL(url);
  // An address with a port is what a listening TCP server has.
  own.port = String((server.address() as AddressInfo).port);
  return {
    url: own.href,
    loseAnswerTo: (part, meanwhile = async () => undefined) =>
      new Promise((isLost) => {
        next = { part, meanwhile, isLost };
      }),
    leadTo: (other) => void (port = other),
  };
}
