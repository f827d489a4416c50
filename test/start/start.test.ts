import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoReaderList } from '../../src/library/index.ts';
import { freePort } from '../support/freePort.ts';

/** The real program, as `npm start` runs it. */
type Program = {
  readonly process: ChildProcess;
  readonly address: string;
  output(): string;
  readonly ended: Promise<number | null>;
};

let folder = '';
const running: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'start-'));
});

afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

async function start(variables: Record<string, string> = {}): Promise<Program> {
  const port = await freePort();
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      PORT: String(port),
      DATA_DIR: folder,
      LOG_LEVEL: 'silent',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { process: child, address: `http://127.0.0.1:${port}`, output: () => output, ended };
}

/**
 * Node's option by which the program stops itself the moment it listens for that signal for the `nth`
 * time: first while it builds, then as the bot.
 */
function stopAt(nth: number): string {
  const script = `
    const { once } = process;
    let times = 0;
    process.once = function (event, listener) {
      once.call(this, event, listener);
      if (event === 'SIGTERM' && ++times === ${nth}) process.kill(process.pid, 'SIGTERM');
      return this;
    };`;
  return `--import data:text/javascript,${encodeURIComponent(script)}`;
}

/** Resolves when the program says it is ready; rejects with its output when it ends before. */
async function ready(program: Program): Promise<void> {
  const isReady = new Promise<void>((resolve) => {
    const look = (): void => {
      if (program.output().includes('Ctrl+C')) resolve();
    };
    program.process.stdout?.on('data', look);
    look();
  });
  const hasEnded = program.ended.then((code) => {
    throw new Error(`ended with ${code}: ${program.output()}`);
  });
  await Promise.race([isReady, hasEnded]);
}

describe('the program', { timeout: 180_000 }, () => {
  test('says where everything is, answers /health, and ends with 0 at SIGTERM', async () => {
    const program = await start({ DEMO_NOW: '2026-12-10T09:00' });
    await ready(program);
    for (const { card, password } of demoReaderList) {
      expect(program.output()).toContain(card);
      expect(program.output()).toContain(password);
    }
    expect(program.output()).toContain(`${program.address}/`);
    expect(program.output()).toContain(`${program.address}/api/messages`);

    const health = await fetch(`${program.address}/health`);
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({ status: 'ok', claims: 'ok' });

    program.process.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    await expect(fetch(`${program.address}/health`)).rejects.toThrow();
  });

  test.each([
    ['while it builds', 1],
    ['before it has loaded its parts', 2],
  ])('ends with 0 when it is stopped %s, and leaves the folder free', async (_when, time) => {
    const program = await start({ NODE_OPTIONS: stopAt(time) });
    expect(await program.ended).toBe(0);
    expect(program.output()).not.toContain('Ctrl+C');
    const next = await start();
    await ready(next);
    expect((await fetch(`${next.address}/health`)).status).toBe(200);
  });

  test('refuses a data folder that another process holds, and names the process', async () => {
    const first = await start();
    await ready(first);
    const second = await start();
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('DATA_FOLDER_LOCKED');
    expect(second.output()).toContain(String(first.process.pid));
    expect((await fetch(`${first.address}/health`)).status).toBe(200);
  });

  test('starts again on the folder of a killed process', async () => {
    const first = await start();
    await ready(first);
    first.process.kill('SIGKILL');
    await first.ended;
    const second = await start();
    await ready(second);
    expect((await fetch(`${second.address}/health`)).status).toBe(200);
  });

  test.each([
    ['CONFIG_DEMO_EXPOSED', { HOST: '0.0.0.0' }],
    [
      'CONFIG_DEMO_IN_PRODUCTION',
      {
        NODE_ENV: 'production',
        PUBLIC_URL: 'https://czat.example.org',
        TRUSTED_PROXIES: '127.0.0.1',
      },
    ],
  ])('ends with 78 and %s instead of letting a stranger in', async (code, variables) => {
    const program = await start(variables as Record<string, string>);
    expect(await program.ended).toBe(78);
    expect(program.output()).toContain(code);
    expect(program.output().trim().split('\n')).toHaveLength(1);
  });
});
