import type { Command } from 'commander';
import {
  messengerProfile,
  openProfileApi,
  profileAddress,
  profileChanges,
  type MessengerProfile,
  type ProfileAccess,
} from '../../channels/messenger/profile/index.ts';
import { readYamlFile } from '../../yamlFile.ts';
import { confirm } from '../confirm.ts';
import { sayProfileChanges } from './sayProfileChanges.ts';
import type { StaffContext, StaffIo } from '../staffContext.ts';
import { addGroup } from '../staffProgram.ts';
import { UsageError } from '../usageError.ts';

/** Adds the command that puts the Page's greeting, questions and menu on Messenger. */
export function addMessengerCommand(
  program: Command,
  context: StaffContext,
  io: StaffIo,
  end: (exitCode: number) => void,
): void {
  const { say, messenger } = context;
  const group = addGroup(program, 'messenger', say('staffMessenger.help.messenger'));
  group
    .command('ustaw')
    .description(say('staffMessenger.help.set'))
    .option('--tak', say('staffMessenger.help.yes'))
    .action(async ({ tak }: { tak?: true }) => {
      // JSON is YAML, and a mistake in it is told with its line.
      const profile = readYamlFile(context.messengerProfileFile, messengerProfile);
      refuseUnknownPayloads(profile, context);
      if (messenger) end(await setProfile(profile, messenger, context, io, tak === true));
      else io.out(`${dryRun(profile, context)}\n`);
    });
}

async function setProfile(
  profile: MessengerProfile,
  access: ProfileAccess,
  { say }: StaffContext,
  io: StaffIo,
  isConfirmed: boolean,
): Promise<number> {
  const api = openProfileApi(access);
  const changes = profileChanges(await api.read(), profile);
  io.out(`${sayProfileChanges(changes, say).join('\n')}\n`);
  if (changes.every(({ kind }) => kind === 'same')) return 0;

  const answer = isConfirmed ? 'yes' : await confirm(say('staffMessenger.question'), say, io);
  if (answer !== 'yes') {
    io.out(`${say('staffMessenger.notSet')}\n`);
    return answer === 'no' ? 0 : 1;
  }
  const removed = changes.flatMap(({ kind, field }) => (kind === 'removed' ? [field] : []));
  const set = changes.filter(({ kind }) => kind === 'new' || kind === 'changed');
  if (removed.length > 0) await api.remove(removed);
  if (set.length > 0) {
    await api.set(Object.fromEntries(set.map(({ field }) => [field, profile[field]])));
  }
  io.out(`${say('staffMessenger.set')}\n`);
  return 0;
}

/** The request as it would be sent, for whoever has no Page yet. */
function dryRun(profile: MessengerProfile, { say }: StaffContext): string {
  return [
    say('staffMessenger.noPage'),
    '',
    `POST ${profileAddress(null)}`,
    JSON.stringify(profile, null, 2),
  ].join('\n');
}

/** A line of the menu that says nothing to the bot would be answered like a stranger's words. */
function refuseUnknownPayloads(
  profile: MessengerProfile,
  { texts, say, messengerProfileFile: file }: StaffContext,
): void {
  for (const [, intent = ''] of JSON.stringify(profile).matchAll(/"v1:([\w.]+)"/g)) {
    const isKnown = intent.startsWith('faq.')
      ? texts.faq.has(intent.slice(4))
      : texts.labels.has(intent);
    if (!isKnown) throw new UsageError(say('staffMessenger.unknownPayload', { file, intent }));
  }
}
