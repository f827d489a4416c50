import type { Command } from 'commander';
import { lastCharacters } from '../../codes/index.ts';
import {
  accountFactNames,
  snapshotSource,
  type CardNumber,
  type LibrarySystem,
} from '../../library/index.ts';
import type { AccountFactName, AccountFacts } from '../../rules/index.ts';
import { formatDay, formatMoment, formatMoney, type Say } from '../../text/index.ts';
import { onOneLine } from '../onOneLine.ts';
import type { StaffContext, StaffIo } from '../staffContext.ts';

/**
 * Adds the command that shows what the configured library system can and cannot tell, and what it tells
 * about one card. It asks for the password without showing it, and keeps neither.
 */
export function addSystemCommand(
  program: Command,
  { say, openLibrary }: StaffContext,
  io: StaffIo,
  finish: (exitCode: number) => void,
): void {
  program
    .command('sprawdz-system')
    .description(say('staffSystem.help.check'))
    .option(`--karta <${say('staffData.help.cardName')}>`, say('staffSystem.help.card'))
    .action(async ({ karta }: { readonly karta?: string }) => {
      const system = await openLibrary();
      try {
        const isAvailable = await system.accounts.isAvailable();
        io.out(`${(await sayState(system, isAvailable, say)).join('\n')}\n`);
        if (karta !== undefined) io.out(`${(await sayCard(system, karta, say, io)).join('\n')}\n`);
        finish(isAvailable ? 0 : 1);
      } finally {
        await system.accounts.close();
      }
    });
}

async function sayState(
  { accounts, order, untold, snapshot, inspect }: LibrarySystem,
  isAvailable: boolean,
  say: Say,
): Promise<readonly string[]> {
  const problems = await inspect();
  const state = await snapshot?.state();
  return [
    say(isAvailable ? 'staffSystem.state.answers' : 'staffSystem.state.silent', {
      system: accounts.system,
    }),
    // For whoever runs the machine.
    ...problems.map(({ code, message }) => `  ${code}: ${message}`),
    say('staffSystem.state.sources'),
    ...accountFactNames.map(
      (fact) => `  ${say(`staffSystem.fact.${fact}`)}: ${saySources(fact, order, untold, say)}`,
    ),
    ...(snapshot && !state ? [say('staffSystem.snapshot.none')] : []),
    ...(state
      ? [
          say(state.isTooOld ? 'staffSystem.snapshot.tooOld' : 'staffSystem.snapshot.known', {
            day: formatDay(state.day),
            count: state.cards,
          }),
        ]
      : []),
  ];
}

function saySources(
  fact: AccountFactName,
  order: LibrarySystem['order'],
  untold: LibrarySystem['untold'],
  say: Say,
): string {
  const sources = order[fact].map((name) => sourceName(name, say)).join(' → ');
  return untold.includes(fact) ? say('staffSystem.state.untold', { sources }) : sources;
}

function sourceName(name: string, say: Say): string {
  return name === snapshotSource ? say('staffSystem.snapshot.name') : name;
}

async function sayCard(
  { accounts, remarks }: LibrarySystem,
  karta: string,
  say: Say,
  io: StaffIo,
): Promise<readonly string[]> {
  const password = await io.askSecret(`${say('staffSystem.card.askPassword')} `);
  const title = say('staffSystem.card.title', { lastDigits: lastCharacters(karta) });
  const lines = [title];
  // Looked up only: a card that does not exist has no facts.
  let card = karta as CardNumber;
  if (password !== null && password !== '') {
    const authentication = await accounts.authenticate(karta, password);
    if (authentication.outcome === 'authenticated') card = authentication.card;
    lines.push(`  ${say(`staffSystem.password.${authentication.outcome}`)}`);
  }
  const facts = await accounts.facts(card);
  return [
    ...lines,
    ...accountFactNames.map(
      (fact) => `  ${say(`staffSystem.fact.${fact}`)}: ${sayFact(facts, fact, say)}`,
    ),
    ...(await remarks(card)).map(
      (text) => `  ${say('staffSystem.card.remark', { text: onOneLine(text) })}`,
    ),
  ];
}

function sayFact(facts: AccountFacts, name: AccountFactName, say: Say): string {
  const fact = facts[name];
  if (!fact.known) return say('staffSystem.card.unknown');
  return say('staffSystem.card.known', {
    value: sayValue(name, facts, say),
    source: sourceName(fact.source, say),
    asOf: formatMoment(fact.asOf),
  });
}

function sayValue(name: AccountFactName, facts: AccountFacts, say: Say): string {
  const { balance, dataConfirmedOn } = facts;
  if (name === 'balance' && balance.known) return formatMoney(balance.value);
  if (name === 'dataConfirmedOn' && dataConfirmedOn.known) {
    return dataConfirmedOn.value === null
      ? say('staffSystem.card.never')
      : formatDay(dataConfirmedOn.value);
  }
  const fact = facts[name];
  return fact.known ? String(fact.value) : '';
}
