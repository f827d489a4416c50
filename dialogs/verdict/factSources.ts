import { snapshotSource } from '../../src/library/index.ts';
import {
  dayOf,
  timeOf,
  type AccountFactName,
  type AccountFacts,
  type KnownFact,
} from '../../src/rules/index.ts';
import { formatShortDay } from '../../src/text/index.ts';
import type { Services } from '../services.ts';

type WithTexts = Pick<Services, 'texts'>;

const names: readonly AccountFactName[] = [
  'balance',
  'loansThisYear',
  'dataConfirmedOn',
  'overdueItems',
];

type Origin = {
  readonly isLive: boolean;
  readonly when: string;
  readonly facts: readonly string[];
};

/**
 * Where each fact behind a verdict comes from and as of when, one line for each source, to stand below
 * the verdict; nothing when no fact is known. A reader who paid yesterday sees why the bot does not
 * know it yet.
 */
export function factSources(account: AccountFacts, at: Date, services: WithTexts): string {
  const { say } = services.texts;
  const origins = new Map<string, Origin>();
  for (const name of names) {
    const fact = account[name];
    if (!fact.known) continue;
    const isLive = fact.source !== snapshotSource;
    const when = isLive ? momentOf(fact, at, services) : formatShortDay(dayOf(fact.asOf));
    const key = `${isLive} ${when}`;
    const facts = [...(origins.get(key)?.facts ?? []), say(`checkEligibility.fact.${name}`)];
    origins.set(key, { isLive, when, facts });
  }
  const which = origins.size > 1 ? 'other' : 'all';
  const lines = [...origins.values()].map(({ isLive, when, facts }) => {
    const values = { which, facts: facts.join(', ') } as const;
    return isLive
      ? say('checkEligibility.asOf.system', { when, ...values })
      : say('checkEligibility.asOf.snapshot', { day: when, ...values });
  });
  return lines.length === 0 ? '' : `\n\n${lines.join('\n')}`;
}

/** The day is named only when it is not today. */
function momentOf({ asOf }: KnownFact<unknown>, now: Date, { texts: { say } }: WithTexts): string {
  const time = timeOf(asOf).replace(/^0/, '');
  const day = dayOf(asOf);
  return day === dayOf(now)
    ? say('checkEligibility.asOf.today', { time })
    : say('checkEligibility.asOf.earlier', { day: formatShortDay(day), time });
}
