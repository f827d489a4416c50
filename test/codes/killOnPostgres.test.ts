import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openPostgresLedger, type Claim } from '../../src/codes/index.ts';
import type { CardNumber } from '../../src/library/index.ts';
import { month } from '../../src/rules/index.ts';
import { compileProgram, type CompiledProgram } from '../storage/support/compiledProgram.ts';
import { connected, postgresForTests } from '../support/postgres/testDatabase.ts';
import { checkAcknowledged, checkLedger } from './support/checkLedger.ts';

const postgres = postgresForTests();
const december = month('2026-12');
const releaseDay = new Date('2026-12-10T08:00:00Z');
const readers = 400;
const codes = Array.from({ length: 300 }, (_, index) => `CODE-${index}`);

let claimingProcess: CompiledProgram;

beforeAll(async () => {
  const source = join(import.meta.dirname, 'support/sharedClaimingProcess.ts');
  claimingProcess = await compileProgram(source);
});
afterAll(() => claimingProcess.remove());

type Told = { readonly card: string; readonly code: string; readonly outcome: string };

type Instance = {
  readonly child: ChildProcess;
  readonly told: readonly Told[];
  readonly isReady: Promise<unknown>;
  begin(): void;
  /** Resolves when the process has told so many lines, or has ended. */
  hasTold(lines: number): Promise<void>;
  /** Resolves when it is gone and all it told was read. */
  readonly ended: Promise<string | null>;
};

/** A process of its own on the same database, whose readers begin at `firstReader`. */
function startInstance(url: string, firstReader: number): Instance {
  const child = spawn(
    process.execPath,
    [claimingProcess.file, url, String(readers), String(firstReader)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const told: Told[] = [];
  const output = createInterface(child.stdout);
  const exit = once(child, 'exit') as Promise<[number | null, string | null]>;
  const read = once(output, 'close');
  const isReady = once(output, 'line');
  output.on('line', (line) => {
    if (line === 'ready') return;
    const [card = '', code = '', outcome = ''] = line.split(' ');
    told.push({ card, code, outcome });
  });
  return {
    child,
    told,
    isReady,
    begin: () => void child.stdin.write('begin\n'),
    hasTold: (lines) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (told.length >= lines) resolve();
        };
        output.on('line', look);
        output.once('close', resolve);
        look();
      }),
    ended: exit.then(async ([, signal]) => {
      await read;
      return signal;
    }),
  };
}

test(
  'two processes claim from one database while one is killed: no code twice, none lost, the same code again',
  { timeout: 60_000 },
  async () => {
    const url = await postgres.newDatabase();
    const database = await connected(url);
    const ledger = await openPostgresLedger({
      database,
      clock: () => releaseDay,
      auditKey: new Uint8Array(32),
    });
    onTestFinished(() => ledger.close());
    await ledger.importPool(december, codes, releaseDay, 'staff');

    // They begin a little apart and go the same way, so both ask for the same readers, too.
    const survivor = startInstance(url, 0);
    const killed = startInstance(url, 100);
    await Promise.all([survivor.isReady, killed.isReady]);
    survivor.begin();
    killed.begin();
    await Promise.all([survivor.hasTold(1), killed.hasTold(40)]);
    killed.child.kill('SIGKILL');
    expect(await killed.ended).toBe('SIGKILL');

    // Those who got no answer from the dead one ask the other, which goes through all readers twice.
    await survivor.hasTold(survivor.told.length + 2 * readers);
    const next = startInstance(url, 100);
    await next.isReady;
    next.begin();
    await next.hasTold(readers);
    for (const instance of [survivor, next]) {
      instance.child.kill('SIGKILL');
      await instance.ended;
    }

    const told = [...survivor.told, ...killed.told, ...next.told];
    const given = told.filter(({ outcome }) => outcome !== 'poolEmpty');
    const codeOf = new Map<string, string>();
    for (const { card, code } of given) {
      expect(codeOf.get(card) ?? code).toBe(code);
      codeOf.set(card, code);
    }
    const issued = given.filter(({ outcome }) => outcome === 'issued');
    expect(new Set(issued.map(({ code }) => code)).size).toBe(issued.length);
    expect(codeOf.size).toBe(300);
    expect(new Set(codeOf.values()).size).toBe(300);

    await checkLedger(ledger, december);
    expect(await ledger.summary(december)).toMatchObject({ claimed: 300, left: 0 });
    const acknowledged: Claim[] = [];
    for (const [card, code] of codeOf) {
      const claim = await ledger.claimOf(card as CardNumber, december);
      expect(claim).toMatchObject({ code });
      if (claim) acknowledged.push(claim);
    }
    await checkAcknowledged(ledger, acknowledged);
    expect((await ledger.verifyAudit()).map(({ differences }) => differences)).toEqual([[]]);
  },
);
