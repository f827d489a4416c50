// Brings the machine to the point where the project can be built: its packages, and for the tests a
// Chromium and a PostgreSQL. Does nothing, and says nothing, when all is in place. Needs nothing but Node and npm.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './chromium.mjs';
import { ensurePostgres } from './postgres.mjs';
import { say, stopOnProblem, SetupProblem } from './progress.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Installs the packages of package-lock.json unless exactly these are installed already. */
export function ensurePackages() {
  if (isInstalled()) return;
  say('Installing packages; the first time this takes about a minute.');
  // Without --include=dev an environment with NODE_ENV=production would get no compiler. Scripts of
  // packages stay off whatever the machine's npm is set to: one of them needs the network and edits
  // other packages' folders.
  const result = npm([
    'ci',
    '--include=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  if (result.status !== 0 || !isInstalled()) {
    throw new SetupProblem(
      'npm could not install the packages; its message stands above. Check the network and the registry (npm config get registry), then start again.',
    );
  }
}

/** Compares what npm says it installed with the lock file. Packages for other systems may be absent. */
function isInstalled() {
  const installedList = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedList)) return false;
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(installedList);
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === entry.version : entry.optional === true;
  });
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** npm's own words go to stderr: stdout belongs to the command that runs afterwards. */
function npm(parameters) {
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const self = process.env.npm_execpath ?? '';
  if (basename(self) === 'npm-cli.js')
    return spawnSync(process.execPath, [self, ...parameters], options);
  const isWindows = process.platform === 'win32';
  return spawnSync(isWindows ? 'npm.cmd' : 'npm', parameters, { ...options, shell: isWindows });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await stopOnProblem(async () => {
    ensurePackages();
    if (process.argv.includes('--tests')) {
      ensureChromium();
      ensurePostgres();
      const { build } = await import('./build.mjs');
      await build();
    }
  });
}
