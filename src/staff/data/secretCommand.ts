import type { Command } from 'commander';
import { openDataFolder, rotateServerSecret } from '../../storage/index.ts';
import type { StaffContext, StaffIo } from '../staffContext.ts';
import { UsageError } from '../usageError.ts';
import { usedDataFolder } from '../usedDataFolder.ts';

/** Adds the command that replaces the server secret of the data folder. */
export function addSecretCommand(program: Command, context: StaffContext, io: StaffIo): void {
  const { say } = context;
  program
    .command('sekret')
    .description(say('staffData.help.secret'))
    .action(async () => {
      if (context.serverSecret) throw new UsageError(say('staffData.secret.configured'));
      const kind = await usedDataFolder(context.dataFolder);
      // Demo passwords are stored under a key of the secret.
      if (kind === 'demo') throw new UsageError(say('staffData.secret.demo'));
      const folder = await openDataFolder(context.dataFolder, { kind });
      try {
        await rotateServerSecret(folder.path);
      } finally {
        await folder.release();
      }
      io.out(`${say('staffData.secret.done')}\n`);
    });
}
