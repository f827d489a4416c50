import { expect, test } from 'vitest';
import type { ReleaseDay } from '../../../src/staff/release/releaseOperations.ts';
import { watchReleaseDay } from '../../../src/staff/release/watchReleaseDay.ts';
import type { TerminalWindow } from '../../../src/staff/staffContext.ts';
import { StaffError } from '../../../src/staff/staffError.ts';
import { loadTexts } from '../../../src/text/index.ts';
import { month } from '../../../src/rules/index.ts';

const { say } = loadTexts('locales/pl');
const at = new Date('2026-12-10T07:00:00Z');
const day: ReleaseDay = {
  at,
  month: month('2026-12'),
  opensAt: at,
  phase: 'open',
  loaded: 410,
  claimed: 10,
  left: 400,
  lastMinute: 10,
  waiting: 0,
  canSave: true,
  pause: null,
  bot: {
    since: at,
    signIns: 3,
    signInsRefused: 0,
    errors: 0,
    refusals: { unpaid_fine: 2 },
    isLibraryAvailable: true,
  },
};
const window = { rows: 40, columns: 80 };

/** What the screen showed at each of `looks`, `null` while no bot runs. */
async function screensOf(
  looks: readonly (ReleaseDay | Error | null)[],
  size: TerminalWindow | null = window,
): Promise<readonly string[]> {
  const enough = new Error('seen enough');
  const screens: string[] = [];
  let shown = 0;
  const watch = {
    async look() {
      const found = looks[shown];
      if (!found) throw new Error('the data folder would be opened');
      if (found instanceof Error) throw found;
      return found;
    },
    isBotRunning: async () => looks[shown] !== null,
    async pause() {
      shown += 1;
      if (shown === looks.length) throw enough;
    },
  };
  const none = async (): Promise<null> => null;
  const out = (text: string): void => void screens.push(text.replace('\u001b[2J\u001b[H', '>'));
  const io = { out, err: out, ask: none, askSecret: none, window: () => size };
  await watchReleaseDay(watch, say, io).catch((error: unknown) => {
    if (error !== enough) throw error;
  });
  return screens;
}

test('the view stays through a restart of the bot, whose folder it leaves alone meanwhile', async () => {
  const unreachable = new StaffError('STAFF_BOT_UNREACHABLE', 'It just ended.');
  const lost = new StaffError('STAFF_BOT_LOST', 'It ended with the question.');
  const screens = await screensOf([day, unreachable, null, { ...day, left: 399 }, lost]);
  expect(screens).toHaveLength(5);
  expect(screens[4]).toBe(screens[1]);
  expect(screens[1]).toContain('ASYSTENT NIE DZIAŁA');
  expect(screens[2]).toBe(screens[1]);
  expect(screens[3]).toContain('ZOSTAŁO: 399 z 410');
});

test('the view stays while nothing can be read', async () => {
  const away = new StaffError('STAFF_BOT_FAILED', 'It refused.', 'DATABASE_AWAY');
  const screens = await screensOf([day, away, day]);
  expect(screens[1]).toContain('DYSK ALBO BAZA NIE DZIAŁA');
  expect(screens[2]).toBe(screens[0]);
});

test('a small window shows the first lines, which nothing pushes out', async () => {
  const [screen = ''] = await screensOf([day], { rows: 6, columns: 40 });
  expect(screen).toMatch(/^>Kody na grudzień/);
  expect(screen).toContain('ZOSTAŁO: 400 z 410');
  const heights = screen.split('\n').map((line) => Math.max(1, Math.ceil(line.length / 40)));
  expect(heights.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(6);
});

test('what is no terminal gets the state once, without commands for a screen', async () => {
  const screens = await screensOf([day, day], null);
  expect(screens).toHaveLength(1);
  expect(screens[0]).toMatch(/^Kody na grudzień/);
});
