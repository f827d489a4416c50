import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { freePort } from './freePort.ts';

/** The real program in a process of its own, as `npm start` runs it. */
export type Program = {
  readonly port: number;
  readonly pid: number | undefined;
  output(): string;
  /** Resolves when it listens; rejects with its output when it ends before. */
  readonly listens: Promise<void>;
  /** Resolves with how the process ended when all it wrote was read. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** Sends the signal; resolves as `ended` does. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
};

/** Runs it on a free port, or on `PORT`, however it ends. It is gone after the test. */
export async function runProgram(variables: Readonly<Record<string, string>>): Promise<Program> {
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
  const ended = closed.then(([code, by]) => by ?? code);
  let output = '';
  const isReady = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (output.includes('Ctrl+C')) resolve();
      });
    }
  });
  const hasEnded = ended.then((how) => {
    throw new Error(`The program ended with ${how}: ${output}`);
  });
  const listens = Promise.race([isReady, hasEnded]);
  // Not every test waits for it.
  listens.catch(() => undefined);
  return {
    port,
    pid: child.pid,
    listens,
    ended,
    output: () => output,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Runs it; resolves when it listens. */
export async function startProgram(variables: Readonly<Record<string, string>>): Promise<Program> {
  const program = await runProgram(variables);
  await program.listens;
  return program;
}
