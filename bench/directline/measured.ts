import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../test/support/freePort.ts';
import type { Ask, Kind } from './report.ts';

export type Measured = {
  readonly url: string;
  ask(what: Ask): Promise<number>;
  stop(): Promise<void>;
};

/**
 * Starts the bot in a process of its own, so that the load costs nothing of what is measured.
 * `libraryNetworks`: who shares an address and may open more chats from it.
 */
export async function startMeasured(kind: Kind, libraryNetworks = ''): Promise<Measured> {
  const port = await freePort();
  const child = fork(fileURLToPath(new URL('serve.js', import.meta.url)), [kind, String(port)], {
    execArgv: ['--expose-gc'],
    env: { ...process.env, LIBRARY_NETWORKS: libraryNetworks },
  });
  await once(child, 'message');
  return {
    url: `http://127.0.0.1:${port}`,
    async ask(what) {
      child.send(what);
      const [answer] = (await once(child, 'message')) as [number];
      return answer;
    },
    async stop() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
