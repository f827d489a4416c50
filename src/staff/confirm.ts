import type { Say } from '../text/index.ts';
import type { StaffIo } from './staffContext.ts';

const asked = 3;

/** Asks until the answer is "tak" or "nie". `nobody`: no answer came, or none of the two. */
export async function confirm(
  question: string,
  say: Say,
  io: StaffIo,
): Promise<'yes' | 'no' | 'nobody'> {
  for (let time = 0; time < asked; time += 1) {
    const typed = await io.ask(`${question} `);
    if (typed === null) return 'nobody';
    const answer = typed.trim().toLowerCase();
    if (answer === 'tak' || answer === 't') return 'yes';
    if (answer === 'nie' || answer === 'n') return 'no';
    io.out(`${say('staff.import.notUnderstood')}\n`);
  }
  return 'nobody';
}
