import { mkdtempSync, readFileSync, rmSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadManifest } from '../../src/manifest/index.ts';
import {
  calendarDay,
  dayOf,
  isReleased,
  month,
  policyAt,
  unknownFact,
  type Facts,
} from '../../src/rules/index.ts';
import { account, asOf, factsOf, summaryOf, told, warsaw } from '../rules/exampleReader.ts';

const shipped = join(import.meta.dirname, '../../manifest');
const lastMinute = warsaw('2026-12-14 23:59');
const firstMinute = warsaw('2026-12-15 00:00');

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'policies-'));
  cpSync(shipped, directory, { recursive: true });
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

/** Adds the regulation of 15 December 2026: the shipped one, but for one line. */
function change(from: string, to: string): void {
  const text = readFileSync(join(shipped, 'policy/2024-06-07.yml'), 'utf8');
  if (!text.includes(from)) throw new Error(`the shipped policy has no "${from}"`);
  writeFileSync(join(directory, 'policy/2026-12-15.yml'), text.replace(from, to));
}

function judgedAt(now: Date, facts: Facts): string {
  const { policies } = loadManifest(directory);
  const fresh = { ...facts, account: asOf(now, facts.account) };
  return summaryOf(fresh, policyAt(policies, dayOf(now)), now);
}

describe('a threshold changes with the day from which its policy is in force', () => {
  const previousClaim = { month: month('2026-10'), activated: false };

  it.each<[string, string, Facts, string, string]>([
    ['toleratedDebt: 0', 'toleratedDebt: 500', factsOf({ account: account({ balance: told(500) }) }), 'unpaid_fine', 'eligible'],
    ['loansNeeded: 1', 'loansNeeded: 4', factsOf(), 'eligible', 'no_loan_this_year'],
    ['penaltyMonths: 1', 'penaltyMonths: 3', factsOf({ previousClaim }), 'eligible', 'previous_code_not_activated'],
    ['day: 10', 'day: 20', factsOf(), 'eligible', 'not_open_yet'],
    ['balance: hold', 'balance: accept', factsOf({ account: account({ balance: unknownFact }) }), '?balance', 'eligible ~balance'],
  ])('%s becomes %s', (from, to, facts, before, after) => {
    change(from, to);
    expect(judgedAt(lastMinute, facts)).toBe(before);
    expect(judgedAt(firstMinute, facts)).toBe(after);
  });

  it('at midnight in the library, not of the machine', () => {
    change('poolSize: 410', 'poolSize: 500');
    const { policies } = loadManifest(directory);
    const sizeAt = (instant: string) => policyAt(policies, dayOf(new Date(instant))).poolSize;
    expect(sizeAt('2026-12-14T22:59:59Z')).toBe(410);
    expect(sizeAt('2026-12-14T23:00:00Z')).toBe(500);
  });
});

it('policies are kept oldest first, whatever the order of the files', () => {
  change('poolSize: 410', 'poolSize: 500');
  const { policies } = loadManifest(directory);
  expect(policies.map(({ validFrom }) => validFrom)).toEqual(['2024-06-07', '2026-12-15']);
});

it('before the regulation there was none', () => {
  const { policies } = loadManifest(shipped);
  expect(() => policyAt(policies, calendarDay('2024-06-06'))).toThrow(/No policy is in force/);
});

it('the shipped policy releases December’s codes as the 10th begins', () => {
  const policy = policyAt(loadManifest(shipped).policies, calendarDay('2026-12-01'));
  expect(isReleased(warsaw('2026-12-09 23:59'), new Map(), policy)).toBe(false);
  expect(isReleased(warsaw('2026-12-10 00:00'), new Map(), policy)).toBe(true);
});
