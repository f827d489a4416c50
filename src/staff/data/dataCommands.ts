import type { Command } from 'commander';
import { lastCharacters } from '../../codes/index.ts';
import type { CardNumber } from '../../library/index.ts';
import type { KeptClaim } from '../../privacy/index.ts';
import { dayOf, lastDayOf } from '../../rules/index.ts';
import { formatDay, formatMonth, formatShortDay, sayListedFacts, type Say } from '../../text/index.ts';
import type { DataOperations } from './dataOperations.ts';
import { readArguments } from '../readArguments.ts';
import type { StaffIo } from '../staffContext.ts';
import { addGroup } from '../staffProgram.ts';
import { UsageError } from '../usageError.ts';
import type { WithOperations } from '../withOperations.ts';

/** Adds the commands about readers' data and the audit. */
export function addDataCommands(
  program: Command,
  say: Say,
  io: StaffIo,
  withData: WithOperations<DataOperations>,
): void {
  const cardArgument = `<${say('staffData.help.cardName')}>`;
  const read = readArguments(say);
  const readCard = (text: string): CardNumber => {
    const bare = text.replace(/\s/g, '');
    if (bare === '' || bare.length > 64) throw new UsageError(say('staffData.usage.card'));
    // Looked up only: a card that does not exist has no data.
    return bare as CardNumber;
  };
  const claimLines = (claims: readonly KeptClaim[]): readonly string[] =>
    claims.length === 0
      ? [say('staffData.show.noClaim')]
      : claims.map(({ month, claimedAt, codeEnd, keptUntil }) =>
          say('staffData.show.claim', {
            codeEnd,
            month: formatMonth(month),
            day: formatDay(dayOf(claimedAt)),
            keptUntil: formatDay(lastDayOf(keptUntil)),
          }),
        );

  const data = addGroup(program, 'dane', say('staffData.help.data'));

  data
    .command('pokaz')
    .description(say('staffData.help.show'))
    .argument(cardArgument, say('staffData.help.card'), readCard)
    .action((card: CardNumber) =>
      withData(async (operations) => {
        const { claims, auditRows, sessions, listed } = await operations.personalData(card);
        const lines = [
          say('staffData.show.title', { lastDigits: lastCharacters(card) }),
          ...claimLines(claims),
          say('staffData.show.audit', { count: auditRows }),
          say('staffData.show.sessions', { count: sessions }),
          `  ${listed ? sayListedFacts(listed, say) : say('staffData.show.notListed')}`,
        ];
        io.out(`${lines.join('\n')}\n`);
        return 0;
      }),
    );

  data
    .command('usun')
    .description(say('staffData.help.erase'))
    .argument(cardArgument, say('staffData.help.card'), readCard)
    .requiredOption(
      `--powod <${say('staffData.help.reasonName')}>`,
      say('staffData.help.reason'),
      read.reason,
    )
    .action((card: CardNumber, { powod }: { readonly powod: string }) =>
      withData(async (operations) => {
        const { endedSessions, keptClaims, auditRows, listed } = await operations.erase(
          card,
          powod,
        );
        const lines = [
          say('staffData.erase.done', { count: endedSessions }),
          ...claimLines(keptClaims),
          say('staffData.show.audit', { count: auditRows }),
          ...(listed ? [say('staffData.erase.listed', { day: formatShortDay(listed.day) })] : []),
        ];
        io.out(`${lines.join('\n')}\n`);
        return 0;
      }),
    );

  program
    .command('audyt')
    .description(say('staffData.help.audit'))
    .action(() =>
      withData(async (operations) => {
        const verdicts = await operations.verifyAudit();
        const lines = verdicts.flatMap(({ month, changes, events, differences }) =>
          differences.length === 0
            ? [say('staffData.audit.same', { month: formatMonth(month), changes, events })]
            : [
                say('staffData.audit.differs', { month: formatMonth(month) }),
                ...differences.map(({ kind, count }) =>
                  say(`staffData.difference.${kind}`, { count }),
                ),
              ],
        );
        const isWhole = verdicts.every(({ differences }) => differences.length === 0);
        if (verdicts.length === 0) lines.push(say('staffData.audit.none'));
        if (!isWhole) lines.push(say('staffData.audit.next'));
        io.out(`${lines.join('\n')}\n`);
        return isWhole ? 0 : 1;
      }),
    );
}
