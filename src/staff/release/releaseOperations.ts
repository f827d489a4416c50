import type { Clock } from '../../clock.ts';
import type { ClaimPause, CodeLedger, Pause } from '../../codes/index.ts';
import {
  monthOf,
  openingAt,
  policyAt,
  dayOf,
  releaseOf,
  type Month,
  type PolicyHistory,
} from '../../rules/index.ts';

/** What the running bot counted since it was started. Absent while no bot runs. */
export type BotCounts = {
  readonly since: Date;
  readonly signIns: number;
  readonly signInsRefused: number;
  readonly errors: number;
  /** Claims and checks that were refused, by reason. */
  readonly refusals: Readonly<Record<string, number>>;
  readonly isLibraryAvailable: boolean;
};

/** The state of the opening, as staff watch it. Names nobody. */
export type ReleaseDay = {
  readonly at: Date;
  readonly month: Month;
  readonly opensAt: Date;
  readonly phase: 'closed' | 'waiting' | 'open';
  readonly loaded: number;
  readonly claimed: number;
  readonly left: number;
  readonly lastMinute: number;
  /** Readers who wait for the draw. */
  readonly waiting: number;
  readonly canSave: boolean;
  readonly pause: Pause | null;
  readonly bot: BotCounts | null;
};

/** What staff can do on the morning of a release. */
export type ReleaseOperations = {
  releaseDay(): Promise<ReleaseDay>;
  /** Stops claims; readers are told `text`. */
  pauseClaims(text: string): Promise<void>;
  resumeClaims(): Promise<void>;
};

export type ReleaseParts = {
  readonly ledger: CodeLedger;
  readonly pause: ClaimPause;
  readonly policies: PolicyHistory;
  readonly clock: Clock;
  /** Default: no bot runs. */
  readonly botCounts?: () => Promise<BotCounts>;
};

const actor = 'staff';
const minute = 60_000;

export function releaseOperations({
  ledger,
  pause,
  policies,
  clock,
  botCounts,
}: ReleaseParts): ReleaseOperations {
  return {
    async releaseDay() {
      const at = clock();
      const month = monthOf(at);
      const policy = policyAt(policies, dayOf(at));
      const schedule = await ledger.schedule();
      const claims = await ledger.claims(month);
      return {
        at,
        ...(await ledger.summary(month)),
        opensAt: releaseOf(month, schedule, policy).at,
        phase: openingAt(at, schedule, policy).phase,
        lastMinute: claims.filter(({ claimedAt }) => isWithin(minute, claimedAt, at)).length,
        waiting: (await ledger.draws?.waiting(month)) ?? 0,
        canSave: ledger.isHealthy(),
        pause: await pause.current(),
        bot: (await botCounts?.()) ?? null,
      };
    },
    pauseClaims: (text) => pause.pause(text, actor),
    resumeClaims: () => pause.resume(actor),
  };
}

function isWithin(milliseconds: number, moment: Date, now: Date): boolean {
  return now.getTime() - moment.getTime() < milliseconds;
}
