import { expect } from 'vitest';
import type { Look, Recorder } from './history.ts';

/** Records the codes of a rehearsal, and its one reader who has a code before anybody comes. */
export async function recordSeeds(recorder: Recorder, look: Look, codes: number): Promise<void> {
  expect(look).toMatchObject({ loaded: codes, left: codes - 1 });
  const { month, claims } = look;
  const pool = Array.from({ length: codes }, (_, index) => codeOf(month, index));
  await recorder.load(month, pool, async () => undefined);
  for (const { card, code } of claims) {
    await recorder.call(card, month, async () => ({ outcome: 'issued', code }));
  }
}

const codeOf = (month: string, index: number): string =>
  `DEMO${month.slice(2).replace('-', '')}${String(index + 1).padStart(4, '0')}`;
