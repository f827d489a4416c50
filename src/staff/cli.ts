import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rehearsalClock, systemClock } from '../clock.ts';
import { codedError } from '../codedError.ts';
import { readConfig } from '../config/index.ts';
import { loadManifest } from '../manifest/index.ts';
import { loadTexts } from '../text/index.ts';
import { runStaff } from './runStaff.ts';
import { openLibraryBeside } from './system/openLibraryBeside.ts';
import { terminal } from './terminal.ts';

/** `EX_CONFIG` of sysexits.h, as the server itself ends when its configuration is wrong. */
const configurationExit = 78;

// `dist/src/staff` lies three folders below the project.
const root = fileURLToPath(new URL('../../..', import.meta.url));
// Who reads the output may stop, as `head` does; the command has nothing left to say then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
const io = terminal(process.stdin, process.stdout, process.stderr);

try {
  const config = readConfig(process.env, { root });
  const texts = loadTexts(config.localeFolder);
  const { library, policies } = loadManifest(config.manifestFolder);
  const isRehearsal = config.kind === 'demo' && config.demoNow !== null;
  const clock = isRehearsal ? rehearsalClock(config.demoNow) : systemClock;
  process.exitCode = await runStaff(process.argv.slice(2), io, {
    dataFolder: config.dataFolder,
    database: config.databaseUrl === null ? null : { url: config.databaseUrl, kind: config.kind },
    serverSecret: config.serverSecret,
    clock,
    say: texts.say,
    texts,
    localeFolder: config.localeFolder,
    modelFile: config.modelFile,
    messengerProfileFile: join(config.manifestFolder, 'messenger-profile.json'),
    messenger: config.messenger,
    policies,
    snapshot: library.snapshot ?? null,
    openLibrary: () => openLibraryBeside(config, library, clock),
  });
} catch (error) {
  const { code, message } = codedError(error, 'STAFF_FAILED');
  io.err(`${code}: ${message}\n`);
  process.exitCode = configurationExit;
} finally {
  io.close();
}
