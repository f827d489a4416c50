// Finds the browser of the tests, or installs it where that is possible.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { say, SetupProblem } from './progress.mjs';

const knownPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Path of a Chromium or Chrome, or `null`. The variable CHROMIUM_PATH goes first; when it names no
 * program, that is the operator's mistake and no other browser is taken instead.
 */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return isExecutable(chosen) ? chosen : null;
  return knownPaths.find(isExecutable) ?? null;
}

/** Installs Chromium on Debian and its kin when the user is root; elsewhere says what to install. */
export function ensureChromium() {
  if (findChromium()) return;
  if (process.env.CHROMIUM_PATH) {
    throw new SetupProblem(
      `CHROMIUM_PATH names no program that can be run: ${process.env.CHROMIUM_PATH}. Correct it, or unset it to use an installed Chromium.`,
    );
  }
  if (isExecutable('/usr/bin/apt-get') && process.getuid?.() === 0) {
    say('Installing Chromium for the browser tests.');
    apt('update');
    apt(
      'install',
      '--yes',
      '--no-install-recommends',
      'chromium',
      'fonts-dejavu-core',
      'fonts-noto-color-emoji',
    );
    if (findChromium()) return;
  }
  throw new SetupProblem(
    'The browser tests need Chromium. Install it (Debian, Ubuntu: sudo apt-get install chromium; macOS, Windows: Google Chrome), or set CHROMIUM_PATH to its program.',
  );
}

function apt(...parameters) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('/usr/bin/apt-get', ['-qq', ...parameters], {
    stdio: ['ignore', 2, 2],
    env: environment,
  });
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
