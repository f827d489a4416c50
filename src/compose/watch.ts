import type { Clock } from '../clock.ts';
import type { ClaimPause, CodeLedger } from '../codes/index.ts';
import type { Config } from '../config/index.ts';
import type { ReaderAccounts } from '../library/index.ts';
import {
  startMetricsServer,
  type BotMetrics,
  type LiveFacts,
  type MetricsServer,
} from '../metrics/index.ts';
import { monthOf } from '../rules/index.ts';
import type { BotCounts } from '../staff/index.ts';
import { healthOf } from './health.ts';
import { isStoreAway } from './isStoreAway.ts';

export type WatchParts = {
  readonly metrics: BotMetrics;
  readonly ledger: CodeLedger;
  readonly accounts: ReaderAccounts;
  readonly pause: ClaimPause;
  readonly clock: Clock;
};

/** The same ledger, of which the metrics hear every row of the audit. */
export function countedLedger(ledger: CodeLedger, metrics: BotMetrics): CodeLedger {
  return {
    ...ledger,
    audit(row) {
      metrics.countRow(row);
      return ledger.audit(row);
    },
  };
}

/** What staff see of the running bot beside the ledger. */
export function botCounts({ metrics, accounts, clock }: WatchParts): () => Promise<BotCounts> {
  const since = clock();
  return async () => ({
    since,
    ...(await metrics.totals()),
    isLibraryAvailable: await accounts.isAvailable(),
  });
}

/** Opens the port for machines that watch, where one is configured. */
export async function startWatch(config: Config, parts: WatchParts): Promise<MetricsServer | null> {
  if (!config.metrics) return null;
  const { metrics } = parts;
  return startMetricsServer({
    ...config.metrics,
    contentType: metrics.contentType,
    metrics: async () => metrics.text(await liveFacts(parts)),
    health: () => healthOf(parts),
  });
}

async function liveFacts(parts: WatchParts): Promise<LiveFacts> {
  return {
    ...(await factsOfCodes(parts)),
    canSave: parts.ledger.isHealthy(),
    isLibraryAvailable: await parts.accounts.isAvailable(),
  };
}

type FactsOfCodes = Pick<LiveFacts, 'codesLoaded' | 'codesLeft' | 'waiting' | 'isPaused'>;

/** The other figures are wanted most while these cannot be read. */
async function factsOfCodes({ ledger, pause, clock }: WatchParts): Promise<FactsOfCodes> {
  const month = monthOf(clock());
  try {
    const { loaded, left } = await ledger.summary(month);
    const waiting = (await ledger.draws?.waiting(month)) ?? 0;
    const isPaused = (await pause.current()) !== null;
    return { codesLoaded: loaded, codesLeft: left, waiting, isPaused };
  } catch (error) {
    if (!isStoreAway(error)) throw error;
    return { codesLoaded: null, codesLeft: null, waiting: null, isPaused: null };
  }
}
