import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../../src/clock.ts';
import { LedgerError, openFileLedger, type CodeLedger } from '../../../src/codes/index.ts';
import {
  demoLedgerSeeds,
  openDemoLibrary,
  type CardNumber,
  type ReaderAccounts,
  type SnapshotLines,
} from '../../../src/library/index.ts';
import { passwordHasher } from '../../../src/library/demo/passwordHash.ts';
import { calendarDay, instantAt, monthOf } from '../../../src/rules/index.ts';
import { changeableAccounts, listedReader, type AccountsNow } from './changeableAccounts.ts';
import type { Story } from './story.ts';

const pepper = Buffer.alloc(32);
/** Real hashing at a price that a test can pay. */
const quickHasher = passwordHasher(pepper, { N: 2, r: 1, p: 1 });

/** The library of a story: real ledger and demo readers, to which things happen. */
export type StoryLibrary = {
  readonly accounts: ReaderAccounts;
  readonly ledger: CodeLedger;
  /** The list of readers, which names every card once the library lists its readers. */
  readonly snapshot: Pick<SnapshotLines, 'entryOf'>;
  changeAccounts(now: AccountsNow): void;
  /** Gives the card the month's code, past the bot. */
  claim(card: CardNumber): Promise<void>;
  /** Another reader waits for the draw. */
  joinDraw(name: string): Promise<void>;
  emptyPool(): Promise<void>;
  breakLedger(): void;
  fillDisk(): void;
  mendLedger(): void;
  /** Codes given since the story began, in the months of its beginning and of now. */
  issued(): Promise<number>;
  close(): Promise<void>;
};

export async function openStoryLibrary(
  clock: Clock,
  { codes, release }: Pick<Story, 'codes' | 'release'>,
): Promise<StoryLibrary> {
  const folder = await mkdtemp(join(tmpdir(), 'talk-'));
  const ledger = await openFileLedger({ folder, clock, auditKey: pepper, newSeed: () => 'story' });
  await seed(ledger, clock(), { codes, release });
  const firstMonth = monthOf(clock());
  const claimed = async (): Promise<number> => {
    const months = [...new Set([firstMonth, monthOf(clock())])];
    return (await Promise.all(months.map((month) => ledger.claims(month)))).flat().length;
  };
  const claimedBefore = await claimed();

  let trouble: 'none' | 'broken' | 'diskFull' = 'none';
  const claimOf: typeof ledger.claimOf = (card, month) =>
    trouble === 'broken'
      ? Promise.reject(new LedgerError('LEDGER_UNAVAILABLE', 'broken by the test'))
      : ledger.claimOf(card, month);
  const claim: typeof ledger.claim = (card, month, at) =>
    trouble === 'diskFull'
      ? Promise.reject(new LedgerError('LEDGER_UNAVAILABLE', 'The disk of the test is full.'))
      : ledger.claim(card, month, at);

  let accountsNow: AccountsNow = 'asSeeded';
  const demoLibrary = await openDemoLibrary({ folder, clock, pepper }, quickHasher);

  return {
    accounts: changeableAccounts(demoLibrary, clock, () => accountsNow),
    ledger: { ...ledger, claimOf, claim },
    snapshot: {
      entryOf: (card) => Promise.resolve(accountsNow === 'listed' ? listedReader(card) : null),
    },
    changeAccounts(changed) {
      accountsNow = changed;
    },
    async claim(card) {
      await ledger.claim(card, monthOf(clock()), clock());
    },
    async joinDraw(name) {
      await ledger.draws?.join(name as CardNumber, monthOf(clock()), clock());
    },
    async emptyPool() {
      const month = monthOf(clock());
      for (let index = 0; (await ledger.pool(month))?.remaining; index += 1) {
        // The library writes card numbers; this one only has to be another than the readers'.
        await ledger.claim(`stranger-${index}` as CardNumber, month, clock());
      }
    },
    breakLedger: () => void (trouble = 'broken'),
    fillDisk: () => void (trouble = 'diskFull'),
    mendLedger: () => void (trouble = 'none'),
    issued: async () => (await claimed()) - claimedBefore,
    async close() {
      await ledger.close();
      await demoLibrary.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** A moment of a story, in the library's time: `2026-12-10T09:00`. */
export function momentOf(text: string): Date {
  const [day = '', time = ''] = text.split('T');
  return instantAt(calendarDay(day), time);
}

async function seed(
  ledger: CodeLedger,
  now: Date,
  { codes, release }: Pick<Story, 'codes' | 'release'>,
): Promise<void> {
  // One more than the story asks for: a demo reader holds this month's code already.
  const seeds = demoLedgerSeeds(now, codes + 1);
  for (const pool of seeds.pools) await ledger.importPool(pool.month, pool.codes, now, 'test');
  for (const claim of seeds.claims) {
    await ledger.claim(claim.card, claim.month, claim.claimedAt);
    if (claim.activated !== null)
      await ledger.setActivated(claim.card, claim.month, claim.activated, 'test');
  }
  if (release !== undefined) {
    const at = momentOf(release);
    await ledger.setRelease(monthOf(at), at, 'test');
  }
}
