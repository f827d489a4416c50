// Runs a benchmark of bench/: "npm run bench -- dates". Without a name it lists them. Installs and builds
// what is missing first, so that what is measured is what would run.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { stopOnProblem, SetupProblem } from './progress.mjs';
import { ensurePackages } from './setup.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [name, ...parameters] = process.argv.slice(2);

await stopOnProblem(async () => {
  const names = readdirSync(join(root, 'bench')).flatMap(
    (file) => file.match(/^(\w+)\.ts$/)?.[1] ?? [],
  );
  if (name === undefined || !names.includes(name)) {
    throw new SetupProblem(`Name one of the benchmarks: ${names.join(', ')}.`);
  }
  ensurePackages();
  await build();
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  if (node(compiler, '-p', 'bench/tsconfig.json') !== 0) {
    throw new SetupProblem('The benchmark does not compile; the compiler names the lines above.');
  }
  const program = join(root, `artifacts/bench/bench/${name}.js`);
  if (!existsSync(program)) throw new SetupProblem(`The compiler wrote no ${program}.`);
  process.exitCode = node('--expose-gc', program, ...parameters);
});

function node(...args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
}
