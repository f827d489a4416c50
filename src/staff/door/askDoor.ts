import { z } from 'zod';
import { month } from '../../rules/index.ts';
import { hasErrorCode, type HolderDoor } from '../../storage/index.ts';
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
  const { status, answer } = await post(address, token, JSON.stringify(call)).catch(
    (error: unknown) => {
      throw noAnswer(address, error);
    },
  );
  if (status === 200) return z.object({ result }).parse(answer).result;
  const reason = failure.parse(answer).error;
  throw new StaffError(
    'STAFF_BOT_FAILED',
    `The running bot refused the command (${status}, ${reason}). Look at its log.`,
    reason,
  );
}

async function post(
  address: string,
  token: string,
  body: string,
): Promise<{ readonly status: number; readonly answer: unknown }> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body,
  });
  return { status: response.status, answer: await response.json() };
}

/** Only of a bot that takes no connection is it known that it did not carry out the command. */
function noAnswer(address: string, error: unknown): StaffError {
  const isRefused = error instanceof Error && hasErrorCode(error.cause, 'ECONNREFUSED');
  return isRefused
    ? new StaffError(
        'STAFF_BOT_UNREACHABLE',
        `The running bot does not answer at ${address}. Give the command again; if that does not ` +
          'help, restart the bot.',
        null,
        error,
      )
    : new StaffError(
        'STAFF_BOT_LOST',
        'The running bot ended, or its answer broke off, while it had the command. Look whether it ' +
          'was carried out before you give it again.',
        null,
        error,
      );
}
