import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rehearsalClock, systemClock } from '../clock.ts';
import { readConfig } from '../config/index.ts';
import { openDemoOverSip2, openLibrarySystem } from '../library/index.ts';
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
    async openLibrary() {
      const options = {
        credentials: { koha: config.koha, sip2Password: config.sip2Password },
        folder: config.dataFolder,
        clock,
        // The demo's own file belongs to the running bot.
        demo: { folder: await mkdtemp(join(tmpdir(), 'staff-')), pepper: randomBytes(32) },
      };
      return config.kind === 'demo' && config.demoLibrary === 'sip2'
        ? openDemoOverSip2(options)
        : openLibrarySystem({ ...options, settings: library });
    },
  });
} catch (error) {
  const { code, message } = error as { code?: unknown; message?: unknown }; // only printed
  io.err(`${String(code ?? 'STAFF_FAILED')}: ${String(message ?? error)}\n`);
  process.exitCode = configurationExit;
} finally {
  io.close();
}
