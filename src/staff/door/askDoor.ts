import { z } from 'zod';
import { month } from '../../rules/index.ts';
import type { HolderDoor } from '../../storage/index.ts';
import { StaffError } from '../staffError.ts';

/** A month in an answer. */
export const monthText = z.string().transform((text) => month(text));
/** A moment in an answer. */
export const instant = z.iso.datetime().transform((text) => new Date(text));

const failure = z.object({ error: z.string() });

/** Hands a call in at the door of the running bot. Rejects with a `StaffError`. */
export async function askDoor<Result>(
  { address, token }: HolderDoor,
  call: Readonly<Record<string, unknown>>,
  result: z.ZodType<Result>,
): Promise<Result> {
  let response: Response;
  try {
    response = await fetch(address, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(call),
    });
  } catch (error) {
    throw new StaffError(
      'STAFF_BOT_UNREACHABLE',
      `The running bot does not answer at ${address}. Give the command again; if that does not ` +
        'help, restart the bot.',
      null,
      error,
    );
  }
  const answer: unknown = await response.json();
  if (response.ok) return z.object({ result }).parse(answer).result;
  const reason = failure.parse(answer).error;
  throw new StaffError(
    'STAFF_BOT_FAILED',
    `The running bot refused the command (${response.status}, ${reason}). Look at its log.`,
    reason,
  );
}
