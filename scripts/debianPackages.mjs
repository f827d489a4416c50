// Installs packages on Debian and its kin.
import { spawnSync } from 'node:child_process';
import { isExecutable } from './isExecutable.mjs';
import { say } from './progress.mjs';

const aptGet = '/usr/bin/apt-get';

/**
 * Installs the packages where the system is Debian's and the user is root, and tells `why`; does nothing
 * elsewhere. The caller looks whether it has what it needs.
 */
export function installDebianPackages(why, packages) {
  if (!isExecutable(aptGet) || process.getuid?.() !== 0) return;
  say(why);
  apt('update');
  apt('install', '--yes', '--no-install-recommends', ...packages);
}

function apt(...parameters) {
  spawnSync(aptGet, ['-qq', ...parameters], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
