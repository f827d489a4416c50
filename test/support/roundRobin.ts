import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A load balancer that knows nothing of sessions: each connection goes to the next port. */
export type RoundRobin = {
  readonly url: string;
  /** From now on connections go to these ports of this machine. One that refuses is passed over. */
  serve(ports: readonly number[]): void;
};

/**
 * Starts one on a free port. Connections come to the programs from the reader's own address, as with a
 * balancer that leaves addresses alone.
 */
export async function startRoundRobin(): Promise<RoundRobin> {
  const sockets = new Set<Socket>();
  let ports: readonly number[] = [];
  let turn = 0;

  function pass(client: Socket, triesLeft: number): void {
    turn += 1;
    const port = ports[turn % ports.length];
    if (port === undefined || triesLeft === 0) return void client.destroy();
    const localAddress = client.remoteAddress ?? '127.0.0.1';
    const program = connect({ port, host: '127.0.0.1', localAddress });
    keep(program);
    let isConnected = false;
    program.on('error', () => {
      if (isConnected) client.destroy();
      else pass(client, triesLeft - 1);
    });
    program.once('connect', () => {
      isConnected = true;
      client.pipe(program).pipe(client);
      program.once('close', () => client.destroy());
      client.once('close', () => program.destroy());
    });
  }

  function keep(socket: Socket): void {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.once('close', () => sockets.delete(socket));
  }

  const server = createServer((client) => {
    keep(client);
    client.on('error', () => client.destroy());
    pass(client, ports.length);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  // An address with a port is what a listening TCP server has.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, serve: (next) => void (ports = next) };
}
