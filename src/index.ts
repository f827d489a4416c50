import { fileURLToPath } from 'node:url';
import type { Application } from './compose/index.ts';

/** `EX_CONFIG` of sysexits.h: the operator must change something before a start makes sense. */
const configurationExit = 78;

// `dist/src` lies two folders below the project.
const root = fileURLToPath(new URL('../..', import.meta.url));

const asked = new AbortController();
let starting: Promise<Application | null> = Promise.resolve(null);

// Before anything is loaded, which takes seconds: an operator who stops a start gets a clean end, too.
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    asked.abort();
    starting.then(shutDown).then(() => process.exit(0), fail);
  });
}

starting = start();
starting.catch(fail);

/** The running application; `null` when the operator stopped the start. */
async function start(): Promise<Application | null> {
  const { readConfig } = await import('./config/index.ts');
  const config = readConfig(process.env, { root });
  const { compose, startedText } = await import('./compose/index.ts');
  if (asked.signal.aborted) return null;
  const application = await compose(config);
  if (asked.signal.aborted) return application;
  const { listen } = await import('./server.ts');
  await listen(application.server, config.host, config.port);
  process.stdout.write(startedText(config));
  const { warmUpDates } = await import('./understanding/index.ts');
  // Before the first reader names a date, not before the first reader is let in.
  setImmediate(warmUpDates);
  return application;
}

async function shutDown(application: Application | null): Promise<void> {
  if (!application) return;
  const { stop } = await import('./server.ts');
  application.drain();
  await stop(application.server);
  await application.close();
}

async function fail(error: unknown): Promise<never> {
  const { startFailure } = await import('./startFailure.ts');
  process.stderr.write(startFailure(error));
  process.exit((await isOperators(error)) ? configurationExit : 1);
}

/** True for what only the operator can put right. */
async function isOperators(error: unknown): Promise<boolean> {
  const { ConfigError } = await import('./config/index.ts');
  const { LibrarySystemError } = await import('./library/index.ts');
  const { ManifestError } = await import('./manifest/index.ts');
  const { EditableFileError } = await import('./yamlFile.ts');
  const theirs = [ConfigError, LibrarySystemError, ManifestError, EditableFileError];
  return theirs.some((kind) => error instanceof kind);
}
