import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { freePort } from './freePort.ts';

/** The real program in a process of its own, as `npm start` runs it. */
export type Program = {
  readonly port: number;
  output(): string;
  /** Resolves with how the process ended when all it wrote was read. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** Sends the signal; resolves as `ended` does. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
};

/** Starts it on a free port, or on `PORT`; resolves when it listens. It is gone after the test. */
export async function startProgram(variables: Readonly<Record<string, string>>): Promise<Program> {
  const port = Number(variables['PORT'] ?? (await freePort()));
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      LOG_LEVEL: 'silent',
      ...variables,
      PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  let output = '';
  const isReady = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (output.includes('Ctrl+C')) resolve();
      });
    }
  });
  const hasEnded = closed.then(([code, by]) => {
    throw new Error(`The program ended with ${by ?? code}: ${output}`);
  });
  await Promise.race([isReady, hasEnded]);
  hasEnded.catch(() => undefined);
  const ended = closed.then(([code, by]) => by ?? code);
  return {
    port,
    ended,
    output: () => output,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
