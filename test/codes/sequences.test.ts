import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LedgerError, openFileLedger, type CodeLedger } from '../../src/codes/index.ts';
import type { CardNumber } from '../../src/library/index.ts';
import { month, type Month } from '../../src/rules/index.ts';
import { MemoryDisk, type Crash } from '../storage/support/memoryDisk.ts';
import { diskError, watchedDisk, type WatchedDisk } from '../storage/support/watchedDisk.ts';
import { sizeOf, tell } from '../proof/support/size.ts';
import { checkAudit, checkLedger } from './support/checkLedger.ts';

const months = [month('2026-11'), month('2026-12')] as const;
const releaseDay = new Date('2026-12-10T08:00:00Z');
const auditKey = new Uint8Array(32).fill(7);
const keptUntil = new Date('2026-12-10T08:15:00Z');
const runs = sizeOf({ short: 300, long: 100_000 });

/** What we know must be true. `maybe`: asked for, but the process died before it answered. */
type Model = {
  readonly loaded: Map<Month, Set<string>>;
  readonly codeOf: Map<string, string>;
  nextCode: number;
};

class RealLedger {
  readonly memory = new MemoryDisk();
  watched: WatchedDisk = watchedDisk();
  ledger: CodeLedger | null = null;

  async open(diesAt = Infinity): Promise<CodeLedger> {
    this.watched = watchedDisk(this.memory.process(diesAt).disk);
    this.ledger = await openFileLedger({
      folder: '/data',
      clock: () => releaseDay,
      auditKey,
      disk: this.watched.disk,
      followAfter: 60_000,
    });
    return this.ledger;
  }
}

type Step = fc.AsyncCommand<Model, RealLedger>;

const key = (card: CardNumber, of: Month): string => `${card} ${of}`;

function step(name: string, run: (model: Model, real: RealLedger) => Promise<void>): Step {
  return {
    check: () => true,
    async run(model, real) {
      if (!real.ledger) await real.open();
      await run(model, real);
    },
    toString: () => name,
  };
}

async function claimAndCompare(
  model: Model,
  ledger: CodeLedger,
  card: CardNumber,
  of: Month,
): Promise<void> {
  const outcome = await ledger.claim(card, of, releaseDay);
  const known = model.codeOf.get(key(card, of));
  if (outcome.outcome === 'poolEmpty') {
    expect(known).toBeUndefined();
    if (outcome.keptForOthersUntil) return;
    expect((await ledger.summary(of)).left).toBe(0);
    return;
  }
  if (known !== undefined) {
    expect(outcome).toMatchObject({ outcome: 'alreadyClaimed', claim: { code: known } });
  }
  expect(model.loaded.get(of)).toContain(outcome.claim.code);
  model.codeOf.set(key(card, of), outcome.claim.code);
}

async function compareAll(model: Model, ledger: CodeLedger): Promise<void> {
  for (const of of months) {
    await checkLedger(ledger, of);
    expect((await ledger.summary(of)).loaded).toBe(model.loaded.get(of)?.size ?? 0);
  }
  for (const [where, code] of model.codeOf) {
    const [card, of] = where.split(' ') as [CardNumber, Month];
    expect((await ledger.claimOf(card, of))?.code).toBe(code);
  }
}

/** Ends the timers of a process that died, which its disk no longer hears: they would try again for ever. */
async function bury(dead: CodeLedger | null): Promise<void> {
  await dead?.close().catch(() => undefined);
}

/** After a crash the unanswered may or may not have happened; what did, must have happened whole. */
async function adopt(model: Model, ledger: CodeLedger, maybeLoaded: readonly string[]) {
  for (const of of months) {
    const loaded = model.loaded.get(of) ?? new Set();
    const known = (await ledger.knownCodes(maybeLoaded)).filter((one) => one.month === of);
    expect([0, maybeLoaded.length]).toContain(known.length);
    model.loaded.set(of, new Set([...loaded, ...known.map(({ code }) => code)]));
    for (const claim of await ledger.claims(of)) {
      const before = model.codeOf.get(key(claim.card, of));
      expect(before ?? claim.code).toBe(claim.code);
      model.codeOf.set(key(claim.card, of), claim.code);
    }
  }
}

/** Waits for all; a refusal of the ledger is no failure, anything else is. */
async function unlessRefused(work: readonly Promise<unknown>[]): Promise<void> {
  for (const one of await Promise.allSettled(work)) {
    if (one.status === 'rejected' && !(one.reason instanceof LedgerError)) throw one.reason;
  }
}

const anyCard = fc.integer({ min: 0, max: 5 }).map((number) => `card-${number}` as CardNumber);
const anyMonth = fc.constantFrom(...months);

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.array(anyCard, { minLength: 1, maxLength: 6 }), anyMonth).map(([cards, of]) =>
    step(`claims of ${cards.join()} in ${of}`, async (model, { ledger }) => {
      await Promise.all(cards.map((card) => claimAndCompare(model, ledger!, card, of)));
    }),
  ),
  fc.tuple(fc.integer({ min: 0, max: 3 }), anyMonth).map(([count, of]) =>
    step(`load ${count} in ${of}`, async (model, { ledger }) => {
      const codes = Array.from({ length: count }, () => `code-${(model.nextCode += 1)}`);
      const outcome = await ledger!.importPool(of, codes, releaseDay, 'staff');
      expect(outcome).toEqual({ outcome: 'imported', added: count });
      model.loaded.set(of, new Set([...(model.loaded.get(of) ?? []), ...codes]));
    }),
  ),
  anyMonth.map((of) =>
    step(`load known codes in ${of}`, async (model, { ledger }) => {
      const codes = [...(model.loaded.get(months[0]) ?? [])];
      if (codes.length === 0) return;
      const outcome = await ledger!.importPool(of, ['new', ...codes], releaseDay, 'staff');
      expect(outcome.outcome).toBe('duplicates');
    }),
  ),
  fc.tuple(anyCard, anyMonth, fc.boolean()).map(([card, of, activated]) =>
    step(`activation of ${card} in ${of}`, async (model, { ledger }) => {
      const attempt = ledger!.setActivated(card, of, activated, 'staff');
      if (model.codeOf.has(key(card, of))) {
        await attempt;
        expect(await ledger!.claimOf(card, of)).toMatchObject({ activated });
      } else {
        await expect(attempt).rejects.toMatchObject({ code: 'CLAIM_UNKNOWN' });
      }
    }),
  ),
  fc.tuple(fc.array(anyCard, { minLength: 1, maxLength: 4 }), anyMonth).map(([cards, of]) =>
    step(`waiting of ${cards.join()} in ${of}`, async (_model, { ledger }) => {
      const { draws } = ledger!;
      const before = await draws!.waiting(of);
      const joined = await Promise.all(cards.map((card) => draws!.join(card, of, releaseDay)));
      expect(new Set(joined.map(({ outcome }) => outcome)).size).toBe(1);
      const after = await draws!.waiting(of);
      if (joined[0]?.outcome === 'drawn') expect(after).toBe(0);
      else expect(after - before).toBeLessThanOrEqual(new Set(cards).size);
    }),
  ),
  anyMonth.map((of) =>
    step(`draw of ${of}`, async (_model, { ledger }) => {
      const waiting = await ledger!.draws!.waiting(of);
      expect(await ledger!.draws!.draw(of, { at: releaseDay, keptUntil })).toBe(waiting > 0);
    }),
  ),
  fc.constant(
    step('restart', async (_model, real) => {
      await real.ledger!.close();
      await real.open();
    }),
  ),
  fc
    .tuple(
      fc.constantFrom<Crash>('kill', 'powerCut', 'tornPowerCut'),
      fc.integer({ min: 1, max: 40 }),
      fc.array(anyCard, { maxLength: 6 }),
    )
    .map(([crash, diesAt, cards]) =>
      step(
        `${crash} at operation ${diesAt} with claims of ${cards.join()}`,
        async (model, real) => {
          await real.ledger!.close();
          const codes = [`code-${(model.nextCode += 1)}`, `code-${(model.nextCode += 1)}`];
          const dying = await real.open(diesAt).catch(() => null);
          if (dying) {
            await Promise.allSettled([
              ...cards.map((card) => claimAndCompare(model, dying, card, months[1])),
              dying.importPool(months[1], codes, releaseDay, 'staff'),
            ]);
          }
          real.memory.crash(crash);
          await bury(dying);
          await adopt(model, await real.open(), codes);
        },
      ),
    ),
  fc
    .tuple(fc.constantFrom('nothing', 'half', 'everything'), anyCard, anyMonth)
    .map(([tornAppend, card, of]) =>
      step(`full disk, ${tornAppend} written, claim of ${card}`, async (model, real) => {
        real.watched.tornAppend = tornAppend as WatchedDisk['tornAppend'];
        real.watched.trouble = ({ operation }) =>
          operation === 'append' ? diskError('ENOSPC') : null;
        const before = model.codeOf.get(key(card, of));
        const left = (await real.ledger!.summary(of)).left;
        const attempt = await Promise.allSettled([real.ledger!.claim(card, of, releaseDay)]);
        real.watched.trouble = null;
        const kept = await real.ledger!.draws!.keptForOthersUntil(card, of, releaseDay);
        const isRefused = before === undefined && left > 0 && kept === null;
        expect(attempt[0].status).toBe(isRefused ? 'rejected' : 'fulfilled');
      }),
    ),
);

test('no sequence of claims, loads, restarts, crashes and full disks breaks the ledger', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands([anyStep], { maxCommands: 25 }), async (steps) => {
      const model: Model = { loaded: new Map(), codeOf: new Map(), nextCode: 0 };
      const real = new RealLedger();
      await fc.asyncModelRun(() => ({ model, real }), steps);
      if (!real.ledger) return;
      await compareAll(model, real.ledger);
      await real.ledger.close();
      const reopened = await real.open();
      await compareAll(model, reopened);
      for (const of of months) {
        const audit = real.memory.text(`/data/audit/${of}.ledger.ndjson`);
        await checkAudit(reopened, of, auditKey, audit);
      }
      await reopened.close();
    }),
    { numRuns: runs },
  );
  tell(`${runs} sequences of claims, loads, draws, restarts, crashes and full disks`);
});

test('whatever the order in which the disk answers, all that was told is true after a power cut', async () => {
  const call = fc.oneof(
    fc.record({ kind: fc.constant('claim' as const), card: anyCard }),
    fc.record({ kind: fc.constant('look' as const), card: anyCard }),
    fc.record({ kind: fc.constant('load' as const), code: fc.integer({ min: 0, max: 9 }) }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(call, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 5, max: 60 }),
      async (scheduler, calls, diesAt) => {
        const memory = new MemoryDisk();
        const watched = watchedDisk(memory.process(diesAt).disk);
        const disk = { ...watched.disk };
        disk.openAppend = async (file, durable) => {
          const handle = await watched.disk.openAppend(file, durable);
          const append = scheduler.scheduleFunction(handle.append);
          return { append, close: handle.close };
        };
        const options = { folder: '/data', clock: () => releaseDay, auditKey, followAfter: 60_000 };
        const ledger = await openFileLedger({ ...options, disk }).catch(() => null);
        const told = new Map<CardNumber, string>();
        const tell = (card: CardNumber, code: string): void => {
          expect(told.get(card) ?? code).toBe(code);
          told.set(card, code);
        };
        const of = months[1];
        if (ledger) {
          const work = calls.map((one) =>
            scheduler.schedule(Promise.resolve(one)).then(async (asked) => {
              if (asked.kind === 'load') {
                await ledger.importPool(of, [`code-${asked.code}`], releaseDay, 'staff');
              } else if (asked.kind === 'claim') {
                const outcome = await ledger.claim(asked.card, of, releaseDay);
                if (outcome.outcome !== 'poolEmpty') tell(asked.card, outcome.claim.code);
              } else {
                const claim = await ledger.claimOf(asked.card, of);
                if (claim) tell(asked.card, claim.code);
              }
            }),
          );
          await scheduler.waitFor(unlessRefused(work));
        }
        memory.crash('powerCut');
        await bury(ledger);
        const next = await openFileLedger({ ...options, disk: memory.process().disk });
        await checkLedger(next, of);
        for (const [card, code] of told) expect((await next.claimOf(card, of))?.code).toBe(code);
        await next.close();
      },
    ),
    { numRuns: runs },
  );
  tell(`${runs} sequences under fast-check's scheduler, each with a power cut at any operation`);
});
