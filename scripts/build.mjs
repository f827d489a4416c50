// Builds `dist` from the sources, or finds in a few milliseconds that nothing changed.
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { browserFiles } from './browserFiles.mjs';
import { fingerprint } from './fingerprint.mjs';
import { say, stopOnProblem, SetupProblem } from './progress.mjs';
import { writeTextKeys } from './textKeys.mjs';
import { trainModel } from './trainModel.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = [
  'src',
  'dialogs',
  'locales',
  'scripts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** What a build does. First, in this order, what writes sources. */
const sourceSteps = [writeTextKeys];
/** Then what reads them: the lists run beside each other, each of them in its order. */
const outputSteps = [[compileProgram, trainModel], [copyBrowserFiles]];

/** Builds what changed since the last build. Throws a SetupProblem when the sources do not compile. */
export async function build() {
  const target = join(root, 'dist');
  const stamp = join(target, '.sources');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root, sources)) return;
  say('Building.');
  const started = performance.now();
  for (const run of sourceSteps) await run();
  // Read before compiling: a file that changes meanwhile makes the next build run again.
  const current = fingerprint(root, sources);
  const fresh = join(target, `build-${process.pid}`);
  try {
    mkdirSync(fresh, { recursive: true });
    await Promise.all(
      outputSteps.map(async (steps) => {
        for (const run of steps) await run(fresh);
      }),
    );
    // Without it a build that is interrupted here is made again.
    rmSync(stamp, { force: true });
    exchange(fresh, target);
    writeFileSync(stamp, current);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  say(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

function compileProgram(target) {
  return new Promise((resolve, reject) => {
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const parameters = [compiler, '-p', 'tsconfig.json', '--outDir', target, '--pretty', 'false'];
    const run = spawn(process.execPath, parameters, { cwd: root, stdio: ['ignore', 2, 2] });
    run.on('error', reject);
    run.on('close', (status) => {
      // Browser code is compiled for browsers, by its own step.
      rmSync(join(target, 'src/web/client'), { recursive: true, force: true });
      if (status === 0) resolve();
      else
        reject(new SetupProblem('The sources do not compile; the compiler names the lines above.'));
    });
  });
}

async function copyBrowserFiles(target) {
  cpSync(await browserFiles(), join(target, 'web'), { recursive: true });
}

/** Puts each finished part in the place of the old one, so that no half-written part is ever seen. */
function exchange(fresh, target) {
  const old = join(fresh, 'old');
  for (const part of readdirSync(fresh)) {
    rmSync(old, { recursive: true, force: true });
    if (existsSync(join(target, part))) renameSync(join(target, part), old);
    renameSync(join(fresh, part), join(target, part));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await stopOnProblem(build);
