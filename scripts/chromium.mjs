// Finds the browser of the tests, or installs it where that is possible.
import { installDebianPackages } from './debianPackages.mjs';
import { isExecutable } from './isExecutable.mjs';
import { SetupProblem } from './progress.mjs';

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
  installDebianPackages('Installing Chromium for the browser tests.', [
    'chromium',
    'fonts-dejavu-core',
    'fonts-noto-color-emoji',
  ]);
  if (findChromium()) return;
  throw new SetupProblem(
    'The browser tests need Chromium. Install it (Debian, Ubuntu: sudo apt-get install chromium; macOS, Windows: Google Chrome), or set CHROMIUM_PATH to its program.',
  );
}
