import { z } from 'zod';
import type { CardNumber } from '../../library/index.ts';
import type { DataOperations } from '../data/dataOperations.ts';

// Whatever staff types is looked up; a card that does not exist has no data.
const card = z
  .string()
  .min(1)
  .max(64)
  .transform((text) => text as CardNumber);

/** A command about readers' data on its way to the running bot. */
export const dataCall = z.discriminatedUnion('operation', [
  z.strictObject({ operation: z.literal('personalData'), card }),
  z.strictObject({ operation: z.literal('erase'), card, reason: z.string().min(1).max(200) }),
  z.strictObject({ operation: z.literal('verifyAudit') }),
]);

export type DataCall = z.output<typeof dataCall>;

export function performData(operations: DataOperations, call: DataCall): Promise<unknown> {
  switch (call.operation) {
    case 'personalData':
      return operations.personalData(call.card);
    case 'erase':
      return operations.erase(call.card, call.reason);
    case 'verifyAudit':
      return operations.verifyAudit();
  }
}
