import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserFiles } from '../../scripts/browserFiles.mjs';
import { compose, type Replacements } from '../../src/compose/index.ts';
import { readConfig } from '../../src/config/index.ts';
import { listen, stop } from '../../src/server.ts';
import { freePort } from './freePort.ts';

/** The whole program in this process, as `npm start` composes it, on a folder of its own. */
export type RunningApplication = {
  readonly url: string;
  /** Every route that is mounted, as a pattern. */
  routes(): readonly { readonly method: string; readonly path: string }[];
  stop(): Promise<void>;
};

export async function startApplication(
  variables: Readonly<Record<string, string>> = {},
  replacements: Replacements = {},
): Promise<RunningApplication> {
  const folder = await mkdtemp(join(tmpdir(), 'application-'));
  const config = readConfig(
    { PORT: String(await freePort()), DATA_DIR: folder, LOG_LEVEL: 'silent', ...variables },
    { root: process.cwd() },
  );
  // Those of the sources; `dist` may hold an older build.
  const application = await compose(
    { ...config, assetsFolder: await browserFiles() },
    replacements,
  );
  await listen(application.server, config.host, config.port);
  return {
    url: config.publicUrl,
    routes: () =>
      application.server
        .getDebugInfo()
        .routes.map(({ method, path }: { method: string; path: unknown }) => ({
          method,
          path: String(path),
        })),
    async stop() {
      await stop(application.server);
      await application.close();
      await rm(folder, { recursive: true });
    },
  };
}
