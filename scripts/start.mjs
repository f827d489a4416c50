// Everything between a fresh clone and a running bot. The bot runs in this very process, so that a
// signal sent to `npm start` reaches it.
import { build } from './build.mjs';
import { stopOnProblem } from './progress.mjs';
import { ensurePackages } from './setup.mjs';

await stopOnProblem(async () => {
  ensurePackages();
  await build();
});
await import('../dist/src/index.js');
