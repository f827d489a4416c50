import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { CompiledProgram } from '../storage/support/compiledProgram.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';
import { checkHistory } from './support/checkHistory.ts';
import { compileMortalProcess, MortalLedger } from './support/mortalLedger.ts';
import { tell } from './support/size.ts';

// Needs Linux, root and strace (Debian: apt-get install strace); so it is no part of the usual tests.

const cards = Array.from({ length: 300 }, (_, index) => `card-${index}`);

let program: CompiledProgram;
beforeAll(async () => {
  program = await compileMortalProcess();
});
afterAll(() => program.remove());

test.each(['fdatasync', 'fsync'])(
  'when the kernel fails %s, claims are refused and nothing acknowledged is lost',
  async (call) => {
    let refused = 0;
    for (const error of ['EIO', 'ENOSPC']) {
      for (let when = 3; when <= 60; when += 3) {
        const ledger = new MortalLedger(await temporaryFolder(), program.file);
        await ledger.inspect(60);
        const inject = `inject=${call}:error=${error}:when=${when}..${when + 2}`;
        const under = [
          'strace',
          '-f',
          '-qq',
          '-o',
          '/dev/null',
          '-e',
          `trace=${call}`,
          '-e',
          inject,
        ];
        await ledger.live({ by: 'nothing' }, { cards, calls: 200, together: 5, under });
        await ledger.inspect();
        expect(checkHistory(ledger.recorder), inject).toEqual([]);
        refused += ledger.recorder.calls.filter(
          ({ answer }) => answer.outcome === 'unavailable',
        ).length;
      }
    }
    if (call === 'fdatasync') expect(refused).toBeGreaterThan(0);
    tell(`40 lives in which the kernel failed ${call} (strace), ${refused} claims refused, 0 lost`);
  },
);

test('on a disk that is really full, claims are refused and nothing acknowledged is lost', async () => {
  let refused = 0;
  for (const kilobytes of [96, 128, 160, 192]) {
    const folder = await temporaryFolder();
    run('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder);
    onTestFinished(() => run('umount', folder));
    const ledger = new MortalLedger(folder, program.file);
    await ledger.inspect(300);
    await ledger.live({ by: 'nothing' }, { cards, calls: 300, together: 1 });
    run('mount', '-o', 'remount,size=4m', folder);
    await ledger.inspect();
    await ledger.live({ by: 'nothing' }, { cards, calls: 300, together: 5 });
    await ledger.inspect();
    expect(checkHistory(ledger.recorder)).toEqual([]);
    expect(ledger.recorder.sights.at(-1)).toMatchObject({ left: 0 });
    refused += ledger.recorder.calls.filter(
      ({ answer }) => answer.outcome === 'unavailable',
    ).length;
  }
  expect(refused).toBeGreaterThan(0);
  tell(
    `4 full disks of 96 to 192 kB, ${refused} claims refused, 0 lost, all given once there was room`,
  );
});

function run(command: string, ...parameters: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, parameters, { encoding: 'utf8' });
  if (status !== 0)
    throw new Error(`${command} ${parameters.join(' ')}: ${error?.message ?? stderr}`);
}
