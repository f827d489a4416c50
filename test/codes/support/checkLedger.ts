import { expect } from 'vitest';
import { auditHash } from '../../../src/codes/file/auditHash.ts';
import type { Claim, CodeLedger } from '../../../src/codes/index.ts';
import type { Month } from '../../../src/rules/index.ts';

/** The parts of a ledger's audit that a replay looks at. */
export type LedgerRow = {
  readonly sequence: number;
  readonly index: number;
  readonly event: string;
  readonly card?: string;
  readonly code?: string;
  readonly codes?: readonly string[];
  readonly activated?: boolean;
  readonly release?: string;
};

/** I1, I2 and I6: no code for two, no reader with two, and what was loaded is given or left. */
export async function checkLedger(ledger: CodeLedger, month: Month): Promise<void> {
  const claims = await ledger.claims(month);
  const { loaded, claimed, left } = await ledger.summary(month);
  expect(new Set(claims.map(({ code }) => code)).size).toBe(claims.length);
  expect(new Set(claims.map(({ card }) => card)).size).toBe(claims.length);
  expect(claimed).toBe(claims.length);
  expect(claimed + left).toBe(loaded);
  for (const claim of claims) expect(await ledger.claimOf(claim.card, month)).toEqual(claim);
}

/** I3 and I4: what was acknowledged is there, and asking again gives the same code. */
export async function checkAcknowledged(
  ledger: CodeLedger,
  acknowledged: readonly Claim[],
): Promise<void> {
  for (const { card, month, code, claimedAt } of acknowledged) {
    const again = await ledger.claim(card, month, claimedAt);
    expect(again).toMatchObject({ outcome: 'alreadyClaimed', claim: { code } });
  }
}

/** I7: the audit replays to the ledger; `text` is the month's audit file. */
export async function checkAudit(
  ledger: CodeLedger,
  month: Month,
  auditKey: Uint8Array,
  text: string,
): Promise<void> {
  const rows = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line.slice(line.indexOf(' ') + 1)) as LedgerRow);
  const places = rows.map(({ sequence, index }) => `${sequence}/${index}`);
  expect(new Set(places).size).toBe(rows.length);

  const replayed = { loaded: 0, claims: new Map<string, string>(), activated: new Map() };
  let release: string | null = null;
  for (const row of rows) {
    if (row.event === 'poolImported') replayed.loaded += row.codes?.length ?? 0;
    if (row.event === 'codeIssued') replayed.claims.set(row.card!, row.code!);
    if (row.event === 'activationSet') replayed.activated.set(row.card, row.activated);
    if (row.event === 'releaseSet') release = row.release ?? null;
  }

  const hash = auditHash(auditKey, month);
  const claims = await ledger.claims(month);
  const known = claims.filter(({ activated }) => activated !== null);
  expect(replayed).toEqual({
    loaded: (await ledger.summary(month)).loaded,
    claims: new Map(claims.map(({ card, code }) => [hash('card', card), hash('code', code)])),
    activated: new Map(known.map(({ card, activated }) => [hash('card', card), activated])),
  });
  expect(release).toBe((await ledger.schedule()).get(month)?.toISOString() ?? null);
}
