import { fileURLToPath } from 'node:url';
import { compose, startedText } from './compose/index.ts';
import { ConfigError, readConfig } from './config/index.ts';
import { LibrarySystemError } from './library/index.ts';
import { listen, stop } from './server.ts';
import { warmUpDates } from './understanding/index.ts';

/** `EX_CONFIG` of sysexits.h: the operator must change something before a start makes sense. */
const configurationExit = 78;

// `dist/src` lies two folders below the project.
const root = fileURLToPath(new URL('../..', import.meta.url));

try {
  const config = readConfig(process.env, { root });
  const application = await compose(config);
  await listen(application.server, config.host, config.port);
  process.stdout.write(startedText(config));
  // Before the first reader names a date, not before the first reader is let in.
  setImmediate(warmUpDates);

  const shutDown = async (): Promise<void> => {
    application.drain();
    await stop(application.server);
    await application.close();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      shutDown().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
    });
  }
} catch (error) {
  fail(error);
}

function fail(error: unknown): never {
  const { code, message } = error as { code?: unknown; message?: unknown }; // only printed
  process.stderr.write(`${String(code ?? 'START_FAILED')}: ${String(message ?? error)}\n`);
  const isConfiguration = error instanceof ConfigError || error instanceof LibrarySystemError;
  process.exit(isConfiguration ? configurationExit : 1);
}
