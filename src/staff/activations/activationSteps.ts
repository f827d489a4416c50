import type { Clock } from '../../clock.ts';
import { spellingOf, type Claim } from '../../codes/index.ts';
import type { Month } from '../../rules/index.ts';
import type { KeyedRecords } from '../../storage/index.ts';

/** The records in which it is kept what was known before. */
export const activationReports = 'activation-reports';

/** One change of activations, and what was known before it: by the spelling of the code, without cards. */
export type ActivationStep = {
  readonly number: number;
  readonly kind: 'report' | 'mark';
  /** ISO 8601. */
  readonly at: string;
  readonly before: readonly { readonly code: string; readonly activated: boolean | null }[];
};

/** The latest changes of a month, oldest first. */
export type ActivationsBefore = { readonly steps: readonly ActivationStep[] };

export type ActivationRecords = Pick<KeyedRecords<ActivationsBefore>, 'get' | 'update'>;

/** The changes that can be taken back, one after the other. */
export type ActivationSteps = {
  /** To be called before the change: one that is saved by half can be taken back whole. */
  add(month: Month, kind: ActivationStep['kind'], changed: readonly Claim[]): Promise<void>;
  last(month: Month): Promise<ActivationStep | null>;
  remove(month: Month, step: ActivationStep): Promise<void>;
};

/** More than anybody takes back. */
const mostSteps = 10;
/** A change can be taken back for two months, in milliseconds; then the codes no longer count. */
const keptFor = 62 * 24 * 3_600_000;

export function activationSteps(records: ActivationRecords, clock: Clock): ActivationSteps {
  const expiry = () => new Date(clock().getTime() + keptFor);
  return {
    async add(month, kind, changed) {
      const before = changed.map(({ code, activated }) => ({ code: spellingOf(code), activated }));
      await records.update(month, (current) => {
        const steps = current?.steps ?? [];
        const number = (steps.at(-1)?.number ?? 0) + 1;
        const step = { number, kind, at: clock().toISOString(), before };
        return { value: { steps: [...steps, step].slice(-mostSteps) }, expiresAt: expiry() };
      });
    },

    last: async (month) => (await records.get(month))?.steps.at(-1) ?? null,

    async remove(month, { number }) {
      await records.update(month, (current) => {
        const steps = (current?.steps ?? []).filter((step) => step.number !== number);
        return steps.length === 0 ? null : { value: { steps }, expiresAt: expiry() };
      });
    },
  };
}
