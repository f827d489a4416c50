import { z } from 'zod';
import { calendarDay, type CalendarDay } from '../../rules/index.ts';
import { KohaError } from './kohaError.ts';
import type { KohaAnswer } from './kohaHttp.ts';

/** The answers of Koha's REST API, as far as they are read here. */

/** No reader owes a milliard; a figure beyond it is none. */
const largestAmount = 1e9;

const day = z
  .string()
  .transform((text, context): CalendarDay => dayOr(text, context))
  .nullable();
const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

export const validated = z.object({
  cardnumber: z.string().nullable(),
  patron_id: z.int(),
});

export const patron = z.object({
  patron_id: z.int(),
  cardnumber: z.string().nullable(),
  date_enrolled: day.optional(),
  date_renewed: day.optional(),
  expiry_date: day.optional(),
  restricted: z.boolean().nullable().optional(),
  patron_card_lost: z.boolean().nullable().optional(),
  /** 0: the reader's history is kept for good; 1: by the library's rule; 2: never. */
  privacy: z.int().nullable().optional(),
});
export type KohaPatron = z.output<typeof patron>;

/** In the library's currency; what the reader owes, less what the reader paid in advance. */
export const account = z.object({
  balance: z.number().min(-largestAmount).max(largestAmount),
});

export const checkouts = z.array(
  z.object({
    patron_id: z.int().nullable(),
    checkout_date: instant,
    due_date: instant.nullable(),
    onsite_checkout: z.boolean().nullable().optional(),
  }),
);
export type KohaCheckouts = z.output<typeof checkouts>;

export const attributes = z.array(z.object({ type: z.string(), value: z.string().nullable() }));
export type KohaAttributes = z.output<typeof attributes>;

/** What Koha answered, checked; rejects with `KOHA_ANSWER`, without quoting the answer. */
export function readAnswer<Value>(
  answer: KohaAnswer,
  status: number,
  schema: z.ZodType<Value>,
  what: string,
): Value {
  const parsed = schema.safeParse(answer.body);
  if (answer.status === status && parsed.success) return parsed.data;
  const path = parsed.error?.issues[0]?.path.join('.') ?? '';
  throw new KohaError(
    'KOHA_ANSWER',
    `Koha's answer about ${what} is not as documented (status ${answer.status}` +
      `${path === '' ? '' : `, field ${path}`}). Check its version in docs/library-systems.md.`,
  );
}

function dayOr(text: string, context: z.RefinementCtx): CalendarDay {
  try {
    return calendarDay(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'no day of the calendar' });
    return z.NEVER;
  }
}
