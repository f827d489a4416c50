import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { CompiledProgram } from '../storage/support/compiledProgram.ts';
import { compileMortality, MortalMorning } from './support/mortalMorning.ts';

/** Programs are slow to start where all tests run at once. The long form: `everyDeath.proof.ts`. */
vi.setConfig({ testTimeout: 180_000 });

let mortality: CompiledProgram;
beforeAll(async () => {
  mortality = await compileMortality();
});
afterAll(() => mortality.remove());

test('the whole program is restarted once and dies twice while readers claim: no code is given twice, none lost', async () => {
  const morning = await MortalMorning.prepare({ readers: 9, codes: 7 }, mortality);
  // The first life ends in peace, as for an upgrade, while a reader is asked for the last yes.
  const first = await morning.start();
  await morning.recordSeeds();
  const asked = morning.reader();
  await asked.begin();
  expect(await first.end('SIGTERM')).toBe(0);
  const upgraded = await morning.start();
  await asked.agree();
  expect(asked.code).not.toBeNull();

  morning.keepBusy(4);
  await morning.live({ afterListening: 0.5 }, upgraded);
  await morning.look();
  morning.keepBusy(4);
  await morning.live({ fault: { at: 60, kind: 'torn', length: 1 } });
  await morning.look();
  await morning.finish();
  expect(morning.deaths).toBe(2);
});
