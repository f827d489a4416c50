import type { Clock } from '../clock.ts';
import type { CodeLedger, DrawnPlace } from '../codes/index.ts';
import type { CardNumber } from '../library/index.ts';
import { dayOf, keptUntil, openingAt, policyAt, type PolicyHistory } from '../rules/index.ts';
import { unavailableOnly } from './unavailableOnly.ts';

/** How an attempt to take part in the draw ended. */
export type DrawEntry =
  | {
      readonly outcome: 'waiting';
      /** Readers who wait, with this one. */
      readonly waiting: number;
      readonly drawAt: Date;
      /** Minutes for which a drawn code is kept. */
      readonly keptMinutes: number;
    }
  /** The time to join is over: codes are to be had now. */
  | { readonly outcome: 'over' }
  /** Nothing can be made durable now. */
  | { readonly outcome: 'unavailable' };

/** The draw among readers who wait for the release, where the policy wants one. */
export type Drawing = {
  join(card: CardNumber): Promise<DrawEntry>;
  /** What the draw of this month gave to the card; `null` when it took no part. */
  placeOf(card: CardNumber): Promise<DrawnPlace | null>;
  /** True once nobody waits for a draw any more. */
  isHeld(): Promise<boolean>;
  /** Holds the draw once its moment has come. True when it was held by this call. */
  holdIfDue(): Promise<boolean>;
};

export type DrawingPorts = {
  readonly ledger: Pick<CodeLedger, 'draws' | 'schedule'>;
  readonly policies: PolicyHistory;
  readonly clock: Clock;
};

export function createDrawing({ ledger, policies, clock }: DrawingPorts): Drawing {
  const { draws } = ledger;

  async function now() {
    const at = clock();
    const policy = policyAt(policies, dayOf(at));
    // The schedule is not read in vain: this is asked before every claim.
    if (policy.opening.order !== 'draw' || !draws) return null;
    const opening = openingAt(at, await ledger.schedule(), policy);
    return { at, policy, opening, draws, keptMinutes: policy.opening.keptMinutes };
  }

  return {
    async join(card) {
      const current = await now();
      if (current?.opening.phase !== 'waiting') return { outcome: 'over' };
      const { at, opening, keptMinutes } = current;
      const joined = await current.draws.join(card, opening.month, at).catch(unavailableOnly);
      if (joined === 'unavailable') return { outcome: 'unavailable' };
      if (joined.outcome === 'drawn') return { outcome: 'over' };
      return { ...joined, drawAt: opening.drawAt, keptMinutes };
    },

    async placeOf(card) {
      const current = await now();
      if (current?.opening.phase !== 'open') return null;
      return current.draws.placeOf(card, current.opening.month);
    },

    async isHeld() {
      const current = await now();
      if (current?.opening.phase !== 'open') return current === null;
      return (await current.draws.waiting(current.opening.month)) === 0;
    },

    async holdIfDue() {
      const current = await now();
      if (current?.opening.phase !== 'open') return false;
      const { at, policy, opening } = current;
      const until = keptUntil(at, policy);
      if (until === null || (await current.draws.waiting(opening.month)) === 0) return false;
      return current.draws.draw(opening.month, { at, keptUntil: until });
    },
  };
}
