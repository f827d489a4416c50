import { unknownFact, type AccountFacts, type Fact } from '../rules/index.ts';
import { accountFactNames, type FactSource, type SourceOrder } from './factSource.ts';
import { nothingKnown } from './nothingKnown.ts';
import type { CardNumber, ReaderAccounts } from './readerAccounts.ts';

/**
 * One library system out of several sources: `system` checks card and password, and each fact comes
 * from the first source of its order that knows it, with that source's name and time. No interface of
 * a library tells all facts, and a source that cannot tell is never read as an answer.
 */
export function composeAccounts(
  system: ReaderAccounts,
  others: readonly FactSource[],
  order: SourceOrder,
): ReaderAccounts {
  const sources: readonly FactSource[] = [
    { name: system.system, facts: (card) => system.facts(card) },
    ...others,
  ];
  const used = sources.filter(({ name }) =>
    accountFactNames.some((fact) => order[fact].includes(name)),
  );

  let isOpen = true;

  async function factsOf(card: CardNumber): Promise<ReadonlyMap<string, Partial<AccountFacts>>> {
    const told = used.map(
      // A source that breaks its word is one that knows nothing.
      async ({ name, facts }) => [name, await facts(card).catch(() => ({}))] as const,
    );
    return new Map(await Promise.all(told));
  }

  return {
    ...system,
    async facts(card) {
      if (!isOpen) return nothingKnown;
      const told = await factsOf(card);
      const first = <Told extends Fact<unknown>>(
        names: readonly string[],
        read: (facts: Partial<AccountFacts>) => Told | undefined,
      ): Told | undefined =>
        names.map((name) => read(told.get(name) ?? {})).find((fact) => fact?.known === true);

      const lastYear = first(order.loansThisYear, ({ loansLastYear }) => loansLastYear);
      return {
        balance: first(order.balance, ({ balance }) => balance) ?? unknownFact,
        loansThisYear: first(order.loansThisYear, (facts) => facts.loansThisYear) ?? unknownFact,
        ...(lastYear && { loansLastYear: lastYear }),
        dataConfirmedOn:
          first(order.dataConfirmedOn, (facts) => facts.dataConfirmedOn) ?? unknownFact,
        overdueItems: first(order.overdueItems, (facts) => facts.overdueItems) ?? unknownFact,
      };
    },
    async close() {
      isOpen = false;
      await system.close();
    },
  };
}
