import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { demoReaderList } from '../../src/library/index.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';
import { runProgram, startProgram, type Program } from '../support/program.ts';

let folder = '';

beforeEach(async () => {
  folder = await temporaryFolder();
});

const run = (variables: Readonly<Record<string, string>> = {}): Promise<Program> =>
  runProgram({ DATA_DIR: folder, ...variables });
const start = (variables: Readonly<Record<string, string>> = {}): Promise<Program> =>
  startProgram({ DATA_DIR: folder, ...variables });
const health = ({ port }: Program): Promise<Response> => fetch(`http://127.0.0.1:${port}/health`);

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

describe('the program', { timeout: 180_000 }, () => {
  test('says where everything is, answers /health, and ends with 0 at SIGTERM', async () => {
    const program = await start({ DEMO_NOW: '2026-12-10T09:00' });
    for (const { card, password } of demoReaderList) {
      expect(program.output()).toContain(card);
      expect(program.output()).toContain(password);
    }
    const address = `http://127.0.0.1:${program.port}`;
    expect(program.output()).toContain(`${address}/`);
    expect(program.output()).toContain(`${address}/api/messages`);

    const answer = await health(program);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ status: 'ok', claims: 'ok' });

    expect(await program.end('SIGTERM')).toBe(0);
    await expect(health(program)).rejects.toThrow();
  });

  test.each([
    ['while it builds', 1],
    ['before it has loaded its parts', 2],
  ])('ends with 0 when it is stopped %s, and leaves the folder free', async (_when, time) => {
    const program = await run({ NODE_OPTIONS: stopAt(time) });
    expect(await program.ended).toBe(0);
    expect(program.output()).not.toContain('Ctrl+C');
    expect((await health(await start())).status).toBe(200);
  });

  test('refuses a data folder that another process holds, and names the process', async () => {
    const first = await start();
    const second = await run();
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain('DATA_FOLDER_LOCKED');
    expect(second.output()).toContain(String(first.pid));
    expect((await health(first)).status).toBe(200);
  });

  test('starts again on the folder of a killed process', async () => {
    const first = await start();
    expect(await first.end('SIGKILL')).toBe('SIGKILL');
    expect((await health(await start())).status).toBe(200);
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
    const program = await run(variables as Record<string, string>);
    expect(await program.ended).toBe(78);
    expect(program.output()).toContain(code);
    expect(program.output().trim().split('\n')).toHaveLength(1);
  });

  test.each([
    ['a file of the manifest is wrong', 'EDITABLE_FILE_INVALID', 'chatTitle:', 'chatTittle:'],
    ['a file of the manifest is gone', 'MANIFEST_NOT_READABLE', '', ''],
  ])('ends with 78 when %s, as a start anew would not help', async (_when, code, right, wrong) => {
    const manifest = await temporaryFolder();
    await cp('manifest', manifest, { recursive: true });
    const file = join(manifest, 'library.yml');
    const text = await readFile(file, 'utf8');
    if (right === '') await rm(file);
    else await writeFile(file, text.replace(right, wrong));
    const program = await run({ MANIFEST_DIR: manifest });
    expect(await program.ended).toBe(78);
    expect(program.output()).toContain(code);
  });
});
