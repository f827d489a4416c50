// Everything between a fresh clone and a running bot. The bot runs in this very process, so that a
// signal sent to `npm start` reaches it.
import { build } from './build.mjs';
import { stopOnProblem } from './progress.mjs';
import { ensurePackages } from './setup.mjs';

const stops = ['SIGTERM', 'SIGINT'];
const leave = () => process.exit(0);
for (const signal of stops) process.once(signal, leave);

await stopOnProblem(async () => {
  ensurePackages();
  await build();
});
await import('../dist/src/index.js');
// Only now: a signal that comes while nobody listens for it would be lost.
for (const signal of stops) process.off(signal, leave);
