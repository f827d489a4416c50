import type { Clock } from '../../clock.ts';
import { lastCharacters, spellingOf, type Claim, type CodeLedger } from '../../codes/index.ts';
import {
  addMonths,
  dayOf,
  monthOf,
  policyOfMonth,
  type Month,
  type PolicyHistory,
} from '../../rules/index.ts';
import { maskPersonalData } from '../../understanding/index.ts';
import { activationSteps, type ActivationRecords, type ActivationStep } from './activationSteps.ts';
import { judgeReport, type ActivationPreview, type JudgedReport } from './judgeReport.ts';

/** How marking one code ended. */
export type ActivationMark =
  | {
      readonly outcome: 'marked';
      readonly codeEnd: string;
      readonly before: boolean | null;
      /** The month in which its reader gets no code because of it; `null`: none. */
      readonly refusedMonth: Month | null;
    }
  /** No reader holds such a code of the month. */
  | { readonly outcome: 'notClaimed' };

export type ActivationMarking = {
  readonly month: Month;
  /** A code in any spelling, or the number of the card that holds it. */
  readonly codeOrCard: string;
  /** `null`: nobody knows. */
  readonly activated: boolean | null;
  /** Kept in the audit; personal data in it is masked. */
  readonly reason: string;
};

export type ActivationOperations = {
  previewActivations(file: Uint8Array, month: Month): Promise<ActivationPreview>;
  /** Anything but `ready` means that nothing was saved. */
  commitActivations(file: Uint8Array, month: Month): Promise<ActivationPreview>;
  markActivation(marking: ActivationMarking): Promise<ActivationMark>;
  /** Takes the last report or mark of the month back; `null` when there is none, or none any more. */
  undoActivations(month: Month): Promise<UndoneActivations | null>;
};

export type UndoneActivations = {
  readonly kind: ActivationStep['kind'];
  readonly at: Date;
  /** Claims of which now the same is known as before. */
  readonly restored: number;
};

const actor = 'staff';

/** Staff's operations on what is known of activations. Rejects with the ledger's `LedgerError`. */
export function activationOperations(
  ledger: CodeLedger,
  records: ActivationRecords,
  policies: PolicyHistory,
  clock: Clock,
): ActivationOperations {
  const steps = activationSteps(records, clock);

  /** The month in which codes of `month` that nobody activated cost the next one; `null` when none. */
  function penalisedBy(month: Month): Month | null {
    const nextMonth = addMonths(month, 1);
    const isOver = nextMonth < monthOf(clock());
    const { penaltyMonths } = policyOfMonth(policies, nextMonth, dayOf(clock()));
    return !isOver && penaltyMonths > 0 ? nextMonth : null;
  }

  async function judge(file: Uint8Array, month: Month): Promise<JudgedReport> {
    const claims = await ledger.claims(month);
    return judgeReport(file, month, { claims, isPenalised: penalisedBy(month) !== null });
  }

  return {
    previewActivations: async (file, month) => (await judge(file, month)).preview,

    async commitActivations(file, month) {
      const { preview, marked } = await judge(file, month);
      if (preview.outcome !== 'ready') return preview;
      const changed = marked.filter(({ claim, activated }) => claim.activated !== activated);
      if (changed.length === 0) return preview;
      await steps.add(
        month,
        'report',
        changed.map(({ claim }) => claim),
      );
      await Promise.all(
        changed.map(({ claim, activated }) =>
          ledger.setActivated(claim.card, month, activated, actor),
        ),
      );
      return preview;
    },

    async markActivation({ month, codeOrCard, activated, reason }) {
      const claim = held(await ledger.claims(month), codeOrCard);
      if (!claim) return { outcome: 'notClaimed' };
      const { card, code, activated: before } = claim;
      if (before !== activated) {
        await steps.add(month, 'mark', [claim]);
        await ledger.setActivated(card, month, activated, actor);
      }
      const details = { by: actor, month, activated, reason: maskPersonalData(reason) };
      await ledger.audit({ at: clock(), card, event: 'activation.marked', details });
      return {
        outcome: 'marked',
        codeEnd: lastCharacters(code),
        before,
        refusedMonth: activated === false ? penalisedBy(month) : null,
      };
    },

    async undoActivations(month) {
      const step = await steps.last(month);
      if (!step) return null;
      const known = new Map(step.before.map(({ code, activated }) => [code, activated]));
      const restored = (await ledger.claims(month)).flatMap(({ card, code, activated }) => {
        const before = known.get(spellingOf(code));
        return before === undefined || before === activated ? [] : [{ card, before }];
      });
      await Promise.all(
        restored.map(({ card, before }) => ledger.setActivated(card, month, before, actor)),
      );
      await steps.remove(month, step);
      return { kind: step.kind, at: new Date(step.at), restored: restored.length };
    },
  };
}

/** The claim of that code, else of that card. */
function held(claims: readonly Claim[], codeOrCard: string): Claim | undefined {
  const spelling = spellingOf(codeOrCard);
  return (
    claims.find(({ code }) => spellingOf(code) === spelling) ??
    claims.find(({ card }) => card === codeOrCard.trim())
  );
}
