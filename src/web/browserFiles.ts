import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Encoding } from './contentEncoding.ts';

/** The files that browsers load, as the build left them: named by their content, compressed. */
export type BrowserFiles = {
  /** Path at which the file of this name is served. Throws when the build made no such file. */
  address(name: string): string;
  /** Names of the files below a folder. */
  namesIn(folder: string): readonly string[];
  /** The content served at a path below `/assets/`, or null when there is none. */
  read(path: string, encoding: Encoding): Promise<BrowserFile | null>;
  readonly loader: LoaderSource;
};

/** The loader before its settings are filled in, and its styles. */
export type LoaderSource = { readonly script: string; readonly rules: string };

export type BrowserFile = { readonly content: Buffer; readonly contentType: string };

export class BrowserFilesError extends Error {
  readonly code = 'BROWSER_FILES_MISSING';

  constructor(problem: string, cause?: unknown) {
    super(`${problem}. Run "npm run build" and start again.`, { cause });
    this.name = 'BrowserFilesError';
  }
}

const contentTypes: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
};
const endings: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz', identity: '' };

/** Reads what the build made. Throws a `BrowserFilesError` when it is not there. */
export function openBrowserFiles(folder: string): BrowserFiles {
  const { manifest, loader } = readBuild(folder);
  const served = new Set(Object.values(manifest));

  return {
    loader,
    address(name) {
      const path = manifest[name];
      if (path === undefined) throw new BrowserFilesError(`The build made no "${name}"`);
      return `/assets/${path}`;
    },
    namesIn: (parent) => Object.keys(manifest).filter((name) => name.startsWith(`${parent}/`)),
    async read(path, encoding) {
      // Only what the manifest names, so that no path can lead out of the folder.
      if (!served.has(path)) return null;
      const content = await readOrNull(join(folder, path + endings[encoding]));
      const contentType = contentTypes[path.slice(path.lastIndexOf('.') + 1)];
      return content && { content, contentType: contentType ?? 'application/octet-stream' };
    },
  };
}

/** Null for a file that a later build took away: its pages are of that build, too. */
async function readOrNull(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch {
    return null;
  }
}

function readBuild(folder: string): { manifest: Record<string, string>; loader: LoaderSource } {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    return {
      manifest: z.record(z.string(), z.string()).parse(manifest),
      loader: {
        script: readFileSync(join(folder, 'widget.js'), 'utf8'),
        rules: readFileSync(join(folder, 'widget.css'), 'utf8'),
      },
    };
  } catch (cause) {
    throw new BrowserFilesError(`The browser files are not in ${folder}`, cause);
  }
}
