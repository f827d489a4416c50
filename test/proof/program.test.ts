import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as pass } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { auditKeyPurpose, openFileLedger } from '../../src/codes/index.ts';
import { month } from '../../src/rules/index.ts';
import { openDataFolder, openServerSecret } from '../../src/storage/index.ts';
import { compileProgram, type CompiledProgram } from '../storage/support/compiledProgram.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';
import { freePort } from '../support/freePort.ts';
import { startProgram, type Program } from '../support/program.ts';
import { checkHistory } from './support/checkHistory.ts';
import { ChattingReader } from './support/chattingReader.ts';
import { Recorder, type Look } from './support/history.ts';
import { lookAt } from './support/lookAt.ts';
import { rehearsalAfter, releaseLibrary } from './support/releaseLibrary.ts';
import { recordSeeds } from './support/recordSeeds.ts';
import type { Fault } from './support/mortalFiles.ts';
import { sizeOf, tell } from './support/size.ts';

/** Programs are slow to start where all tests run at once. */
vi.setConfig({ testTimeout: sizeOf({ short: 180_000, long: 10_800_000 }) });

const december = month('2026-12');

/** How a life ends: at a moment, in milliseconds after it began to listen, or in a file operation. */
type Death = { readonly after: number } | { readonly fault: Fault };

const operation = (at: number, kind: Fault['kind']): Death => ({ fault: { at, kind, length: 1 } });
const deaths: readonly Death[] = sizeOf({
  short: [{ after: 900 }, operation(60, 'torn')],
  long: [
    ...Array.from({ length: 20 }, (_, index) => ({ after: (index * 137) % 2_500 })),
    ...Array.from({ length: 20 }, (_, index) =>
      operation(1 + index * 12, index % 2 === 0 ? 'kill' : 'torn'),
    ),
  ],
});
/** New readers in each life of the program. */
const readersALife = 4;

let mortality: CompiledProgram;
beforeAll(async () => {
  mortality = await compileProgram(join(import.meta.dirname, 'support/mortalProgram.ts'));
});
afterAll(() => mortality.remove());

/** What the folder says while no program holds it. */
async function lookInto(folder: string): Promise<Look> {
  const held = await openDataFolder(folder, { kind: 'demo' });
  const secret = await openServerSecret(folder);
  const ledger = await openFileLedger({
    folder,
    clock: () => new Date('2026-12-10T10:00:00Z'),
    auditKey: secret.deriveKey(auditKeyPurpose),
  });
  const look = await lookAt(ledger, december);
  await ledger.close();
  await held.release();
  return look;
}

test(`the whole program is restarted once and dies ${deaths.length} times while readers claim: no code is given twice, none lost`, async () => {
  const readers = deaths.length * readersALife;
  // The last quarter of the readers comes too late.
  const codes = Math.ceil(readers * 0.75);
  const port = await freePort();
  const folder = await temporaryFolder();
  const begun = Date.now();
  const library = await releaseLibrary(readers + 1, codes);
  const start = (more: Readonly<Record<string, string>> = {}) =>
    startProgram({
      ...library,
      PORT: String(port),
      DATA_DIR: folder,
      DEMO_NOW: rehearsalAfter(Date.now() - begun),
      ...more,
    });
  const recorder = new Recorder();
  const readerOf = (number: number) =>
    new ChattingReader(number, `http://127.0.0.1:${port}`, december, recorder);
  // The first life ends in peace, as for an upgrade, while a reader is asked for the last yes.
  const first = await start();
  const asked = readerOf(0);
  await asked.begin();
  expect(await first.end('SIGTERM')).toBe(0);
  await recordSeeds(recorder, await lookInto(folder), codes);
  const upgraded = await start();
  await asked.agree();
  expect(asked.code).not.toBeNull();

  const crowd = Array.from({ length: readers }, (_, number) => readerOf(number + 1));
  const claims: Promise<void>[] = [];
  let killed = 0;
  for (const [life, death] of deaths.entries()) {
    const newcomers = crowd.slice(life * readersALife, (life + 1) * readersALife);
    claims.push(...newcomers.map((reader) => reader.claim()));
    const running = life === 0 ? upgraded : null;
    if ((await die(death, () => Promise.all(claims), running)) === 'SIGKILL') killed += 1;
  }
  const last = await start();
  await Promise.all(claims);
  const owners = [asked, ...crowd].filter(({ code }) => code !== null);
  await Promise.all(owners.map((reader) => reader.remind()));
  expect(await last.end('SIGTERM')).toBe(0);
  recorder.see(await lookInto(folder));

  expect(killed).toBe(deaths.length);
  expect(checkHistory(recorder)).toEqual([]);
  // One code is the rehearsal's own reader's.
  expect(owners).toHaveLength(codes - 1);
  expect(recorder.sights.at(-1)).toMatchObject({ loaded: codes, left: 0 });
  tell(
    `${killed} deaths of the whole program on files, half of them in one of its file operations: ` +
      `${readers} readers of the chat on ${codes} codes, 0 given twice, 0 lost`,
  );

  /** One life. A fault that is never reached ends with it when everybody has an answer. */
  async function die(death: Death, allAnswered: () => Promise<unknown>, running: Program | null) {
    if ('after' in death) {
      const program = running ?? (await start());
      await pass(death.after);
      return program.end('SIGKILL');
    }
    const program = await start({
      NODE_OPTIONS: `--import ${pathToFileURL(mortality.file).href}`,
      MORTAL_FAULT: JSON.stringify(death.fault),
    }).catch((error: unknown) => {
      // It died while it started.
      if (!String(error).includes('SIGKILL')) throw error;
      return null;
    });
    if (!program) return 'SIGKILL';
    await Promise.race([program.ended, allAnswered()]);
    return program.end('SIGKILL');
  }
});
