import { describe, expect, test } from 'vitest';
import type { CardNumber } from '../../../src/library/index.ts';
import { month } from '../../../src/rules/index.ts';
import { busyDesk, quietDesk } from '../support/staffDesk.ts';

const december = month('2026-12');

describe('the release day on the terminal', () => {
  test('shows what is left, claims a minute, refusals by reason, sign-ins and the library', async () => {
    const desk = await busyDesk();
    await desk.withLedger(async (ledger) => {
      const codes = ['A', 'B', 'C', 'D', 'E', 'F'];
      const now = desk.context.clock();
      await ledger.importPool(december, codes, now, 'staff');
      const earlier = new Date(now.getTime() - 120_000);
      await ledger.claim('1' as CardNumber, december, earlier);
      await ledger.claim('2' as CardNumber, december, now);
    });
    const { out, exitCode } = await desk.type('dzien-wydania --raz');
    expect(exitCode).toBe(0);
    expect(out).toContain('ZOSTAŁO: 4 z 6');
    expect(out).toContain('wydane: 2, w ostatniej minucie: 1');
    expect(out).toContain('zalogowania: 12, złe hasła: 3');
    expect(out).toContain('system biblioteczny: odpowiada');
    expect(out.indexOf('kody się skończyły: 5')).toBeGreaterThan(0);
    expect(out.indexOf('kody się skończyły: 5')).toBeLessThan(out.indexOf('niezapłacona kara: 2'));
    expect(out).toContain('wydawanie wstrzymane: 1');
    expect(out).not.toContain('WSTRZYMANE');
  });

  test('is shown once and says so when no bot runs, and holds no folder', async () => {
    const desk = await quietDesk();
    expect((await desk.type('dzien-wydania')).out).toContain('Asystent nie działa');
    await desk.withLedger(async () => undefined);
  });
});

describe('pausing', () => {
  test.each([
    ['beside the running bot', busyDesk],
    ['while no bot runs', quietDesk],
  ])('(%s) is seen on the terminal with its text, and ends by resuming', async (_name, open) => {
    const desk = await open();
    expect((await desk.type('wstrzymaj Wznowimy-o-10:30.')).out).toContain('Wznowimy-o-10:30.');
    expect((await desk.type('dzien-wydania --raz')).out).toMatch(/WSTRZYMANE.*Wznowimy-o-10:30/);
    expect((await desk.type('wznow')).exitCode).toBe(0);
    expect((await desk.type('dzien-wydania --raz')).out).not.toContain('WSTRZYMANE');
  });

  test('without words for the readers is refused', async () => {
    const desk = await quietDesk();
    for (const command of ['wstrzymaj', `wstrzymaj ${'a'.repeat(301)}`, 'wstrzymaj \u200b']) {
      const { exitCode, err } = await desk.type(command);
      expect(exitCode).toBe(1);
      expect(err).not.toBe('');
    }
  });
});
