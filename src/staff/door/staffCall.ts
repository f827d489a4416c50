import { z } from 'zod';
import { calendarDay, month } from '../../rules/index.ts';
import type { StaffOperations } from '../staffOperations.ts';

const monthText = z.string().transform((text, context) => readOr(month, text, context));
const dayText = z.string().transform((text, context) => readOr(calendarDay, text, context));
const file = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')));
const options = z.strictObject({ acceptsAnyLength: z.boolean() });
const numbers = z.array(z.int());

/** One command on its way to the running bot. */
export const staffCall = z.discriminatedUnion('operation', [
  z.strictObject({
    operation: z.literal('previewImport'),
    file,
    month: monthText,
    options,
  }),
  z.strictObject({
    operation: z.literal('commitImport'),
    file,
    month: monthText,
    options,
  }),
  z.strictObject({ operation: z.literal('monthReport'), month: monthText.nullable() }),
  z.strictObject({
    operation: z.literal('setRelease'),
    month: monthText,
    day: dayText,
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  }),
  z.strictObject({ operation: z.literal('claims'), month: monthText }),
  z.strictObject({ operation: z.literal('previewActivations'), file, month: monthText }),
  z.strictObject({ operation: z.literal('commitActivations'), file, month: monthText }),
  z.strictObject({
    operation: z.literal('markActivation'),
    month: monthText,
    codeOrCard: z.string().min(1).max(100),
    activated: z.boolean().nullable(),
    reason: z.string().min(1).max(200),
  }),
  z.strictObject({ operation: z.literal('undoActivations'), month: monthText }),
  z.strictObject({ operation: z.literal('questions') }),
  z.strictObject({ operation: z.literal('ignoreQuestions'), numbers }),
  z.strictObject({ operation: z.literal('removeQuestions'), numbers }),
  z.strictObject({ operation: z.literal('releaseDay') }),
  z.strictObject({ operation: z.literal('pauseClaims'), text: z.string().min(1).max(300) }),
  z.strictObject({ operation: z.literal('resumeClaims') }),
]);

export type StaffCall = z.output<typeof staffCall>;

/** Carries the call out. */
export function perform(operations: StaffOperations, call: StaffCall): Promise<unknown> {
  switch (call.operation) {
    case 'previewImport':
      return operations.previewImport(call.file, call.month, call.options);
    case 'commitImport':
      return operations.commitImport(call.file, call.month, call.options);
    case 'monthReport':
      return operations.monthReport(call.month);
    case 'setRelease':
      return operations.setRelease(call.month, call.day, call.time);
    case 'claims':
      return operations.claims(call.month);
    case 'previewActivations':
      return operations.previewActivations(call.file, call.month);
    case 'commitActivations':
      return operations.commitActivations(call.file, call.month);
    case 'markActivation': {
      const { operation: _, ...marking } = call;
      return operations.markActivation(marking);
    }
    case 'undoActivations':
      return operations.undoActivations(call.month);
    case 'questions':
      return operations.questions();
    case 'ignoreQuestions':
      return operations.ignoreQuestions(call.numbers);
    case 'removeQuestions':
      return operations.removeQuestions(call.numbers);
    case 'releaseDay':
      return operations.releaseDay();
    case 'pauseClaims':
      return operations.pauseClaims(call.text);
    case 'resumeClaims':
      return operations.resumeClaims();
  }
}

function readOr<Value>(
  read: (text: string) => Value,
  text: string,
  context: z.RefinementCtx,
): Value {
  try {
    return read(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'no month or day of the calendar' });
    return z.NEVER;
  }
}
