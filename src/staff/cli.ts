import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rehearsalClock, systemClock } from '../clock.ts';
import { readConfig } from '../config/index.ts';
import { loadManifest } from '../manifest/index.ts';
import { loadTexts } from '../text/index.ts';
import { runStaff } from './main.ts';
import { terminal } from './terminal.ts';

/** `EX_CONFIG` of sysexits.h, as the server itself ends when its configuration is wrong. */
const configurationExit = 78;

// `dist/src/staff` lies three folders below the project.
const root = fileURLToPath(new URL('../../..', import.meta.url));
const io = terminal(process.stdin, process.stdout, process.stderr);

try {
  const config = readConfig(process.env, { root });
  const texts = loadTexts(config.localeFolder);
  const isRehearsal = config.kind === 'demo' && config.demoNow !== null;
  process.exitCode = await runStaff(process.argv.slice(2), io, {
    dataFolder: config.dataFolder,
    kind: config.kind,
    serverSecret: config.kind === 'library' ? config.serverSecret : null,
    clock: isRehearsal ? rehearsalClock(config.demoNow) : systemClock,
    say: texts.say,
    texts,
    localeFolder: config.localeFolder,
    modelFile: config.modelFile,
    policies: loadManifest(config.manifestFolder).policies,
    messengerProfileFile: join(config.manifestFolder, 'messenger-profile.json'),
    messenger: config.messenger,
  });
} catch (error) {
  const { code, message } = error as { code?: unknown; message?: unknown }; // only printed
  io.err(`${String(code ?? 'STAFF_FAILED')}: ${String(message ?? error)}\n`);
  process.exitCode = configurationExit;
} finally {
  io.close();
}
