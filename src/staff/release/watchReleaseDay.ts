import type { Say } from '../../text/index.ts';
import type { StaffIo, TerminalWindow } from '../staffContext.ts';
import { StaffError } from '../staffError.ts';
import type { ReleaseDay } from './releaseOperations.ts';
import { sayReleaseDay } from './sayReleaseDay.ts';

export type ReleaseWatch = {
  readonly look: () => Promise<ReleaseDay>;
  /** Asked before each further look, which without a bot would take the data folder a starting bot needs. */
  readonly isBotRunning: () => Promise<boolean>;
  /** Resolves when it is time for the next look. */
  readonly pause: () => Promise<unknown>;
};

/** Clears the screen and moves the cursor to its corner. */
const newScreen = '\u001b[2J\u001b[H';

/**
 * Shows the release on the terminal, again and again, through restarts of the bot and outages of what it
 * keeps. Resolves at once where nobody can watch: no bot runs, or the output is no terminal.
 */
export async function watchReleaseDay(watch: ReleaseWatch, say: Say, io: StaffIo): Promise<void> {
  const first = await watch.look();
  if (!first.bot || !io.window()) return io.out(sayReleaseDay(first, say));
  let shown = sayReleaseDay(first, say);
  for (;;) {
    const text = `${shown}\n${say('staffRelease.stop')}\n`;
    const window = io.window();
    io.out(`${newScreen}${window ? fitted(text, window) : text}`);
    await watch.pause();
    shown = await nextLook(watch, say);
  }
}

async function nextLook({ look, isBotRunning }: ReleaseWatch, say: Say): Promise<string> {
  const gone = `${say('staffRelease.botGone')}\n`;
  if (!(await isBotRunning())) return gone;
  try {
    return sayReleaseDay(await look(), say);
  } catch (error) {
    if (!(error instanceof StaffError)) throw error;
    if (error.code === 'STAFF_BOT_UNREACHABLE' || error.code === 'STAFF_BOT_LOST') return gone;
    const isAway = error.reason === 'LEDGER_UNAVAILABLE' || error.reason === 'DATABASE_AWAY';
    if (isAway) return `${say('staffRelease.cannotSave')}\n`;
    throw error;
  }
}

/** The first lines that fit, as the most important ones stand first and must not scroll away. */
function fitted(text: string, { rows, columns }: TerminalWindow): string {
  const kept: string[] = [];
  // The cursor stands below the last line.
  let free = rows - 1;
  for (const line of text.split('\n').slice(0, -1)) {
    free -= heightOf(line, columns);
    if (free < 0) break;
    kept.push(`${line}\n`);
  }
  return kept.join('');
}

function heightOf(line: string, columns: number): number {
  return Math.max(1, Math.ceil(line.length / Math.max(1, columns)));
}
