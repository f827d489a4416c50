// The librarian's commands. Whatever has to be installed or built first says so on stderr.
import { build } from './build.mjs';
import { stopOnProblem } from './progress.mjs';
import { ensurePackages } from './setup.mjs';

await stopOnProblem(async () => {
  ensurePackages();
  await build();
});
await import('../dist/src/staff/cli.js');
