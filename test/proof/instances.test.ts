import { randomBytes } from 'node:crypto';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { auditKeyPurpose, openPostgresLedger } from '../../src/codes/index.ts';
import { month } from '../../src/rules/index.ts';
import { openDatabase, openServerSecret } from '../../src/storage/index.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';
import { postgresForTests } from '../support/postgres/testDatabase.ts';
import { startProgram, type Program } from '../support/program.ts';
import { startRoundRobin } from '../support/roundRobin.ts';
import { checkHistory } from './support/checkHistory.ts';
import { ChattingReader } from './support/chattingReader.ts';
import { Recorder, type Look } from './support/history.ts';
import { lookAt } from './support/lookAt.ts';
import { rehearsalAfter, releaseLibrary } from './support/releaseLibrary.ts';
import { recordSeeds } from './support/recordSeeds.ts';
import { sizeOf, tell } from './support/size.ts';

/** Programs are slow to start where all tests run at once. */
vi.setConfig({ testTimeout: sizeOf({ short: 180_000, long: 10_800_000 }) });

const postgres = postgresForTests();
const december = month('2026-12');

type Morning = {
  readonly instances: number;
  readonly readers: number;
  readonly codes: number;
  /** Another program takes the place of the killed one, while readers still come. */
  readonly isReplaced: boolean;
};

const full = { rounds: 3, readers: 800, codes: 410, isReplaced: true };
const mornings = sizeOf<readonly (Morning & { readonly rounds: number })[]>({
  short: [{ rounds: 1, instances: 3, readers: 36, codes: 18, isReplaced: false }],
  long: [
    { instances: 2, ...full },
    { instances: 3, ...full },
  ],
});

/** One release on whole programs behind a balancer, of which one is killed in the middle. */
async function morning({ instances, readers, codes, isReplaced }: Morning) {
  const library = await releaseLibrary(readers, codes);
  const secret = randomBytes(32).toString('hex');
  const databaseUrl = await postgres.newDatabase();
  const balancer = await startRoundRobin();
  const begun = Date.now();
  const start = async (place: Readonly<Record<string, string>> = {}): Promise<Program> =>
    startProgram({
      DATA_DIR: await temporaryFolder(),
      DATABASE_URL: databaseUrl,
      SERVER_SECRET: secret,
      PUBLIC_URL: balancer.url,
      ...library,
      DEMO_NOW: rehearsalAfter(Date.now() - begun),
      ...place,
    });
  // The first one may have to build, the others must not do so at the same time.
  const place = { DATA_DIR: await temporaryFolder() };
  const first = await start(place);
  const others = await Promise.all(Array.from({ length: instances - 1 }, () => start()));
  balancer.serve([first, ...others].map(({ port }) => port));

  const recorder = new Recorder();
  const look = await ledgerBehind(databaseUrl, secret);
  await recordSeeds(recorder, await look(), codes);
  const crowd = Array.from(
    { length: readers },
    (_, number) => new ChattingReader(number, balancer.url, december, recorder),
  );

  // Half of them signed in before; the others come all the way while codes are given.
  await eachAtOnce(crowd.slice(0, readers / 2), (reader) => reader.signIn());
  let given = 0;
  let death: Promise<readonly Program[]> | undefined;
  const killTheFirst = async (): Promise<readonly Program[]> => {
    expect(await first.end('SIGKILL')).toBe('SIGKILL');
    return isReplaced ? [await start({ ...place, PORT: String(first.port) })] : [];
  };
  await eachAtOnce(crowd, async (reader) => {
    await reader.claim();
    if (reader.code !== null) given += 1;
    if (given >= codes / 3) death ??= killTheFirst();
  });
  const left = [...others, ...((await death) ?? [])];
  expect(left).toHaveLength(isReplaced ? instances : instances - 1);

  // Everybody comes back by a new connection, to whichever program is there.
  const owners = crowd.filter(({ code }) => code !== null);
  await eachAtOnce(owners, async (reader) => {
    reader.loseConnection();
    await reader.remind();
  });
  for (const program of left) expect(await program.end('SIGTERM')).toBe(0);
  recorder.see(await look());
  return { recorder, owners: owners.length };
}

/** What the ledger in the database says, asked by nobody's program. */
async function ledgerBehind(url: string, secret: string): Promise<() => Promise<Look>> {
  const keys = await openServerSecret('', { current: secret, previous: null });
  const database = await openDatabase(url);
  const ledger = await openPostgresLedger({
    database,
    clock: () => new Date('2026-12-10T10:00:00Z'),
    auditKey: keys.deriveKey(auditKeyPurpose),
  });
  onTestFinished(async () => {
    await ledger.close();
    await database.close();
  });
  return () => lookAt(ledger, december);
}

async function eachAtOnce<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: 48 }, worker));
}

describe.each(mornings)('$instances programs on one PostgreSQL behind a balancer', (sizes) => {
  const { instances, readers, codes, rounds } = sizes;

  test(`give ${readers} readers ${codes} codes, none twice and none lost, though one is killed`, async () => {
    let refused = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const { recorder, owners } = await morning(sizes);
      expect(checkHistory(recorder), `round ${round}`).toEqual([]);
      // One code is the rehearsal's own reader's.
      expect(owners).toBe(codes - 1);
      expect(recorder.sights.at(-1)).toMatchObject({ loaded: codes, left: 0 });
      refused += readers - owners;
    }
    tell(
      `${rounds} times ${instances} whole programs on PostgreSQL behind a balancer, one killed with -9: ` +
        `${readers} readers of the chat on ${codes} codes, ${refused} refused, 0 given twice, 0 lost, ` +
        'the same code for everybody who came back',
    );
  });
});
