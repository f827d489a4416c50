// Makes what browsers load: our own scripts and styles compiled, Microsoft's Web Chat copied, all
// named by their content and compressed, so that a server can hand them out as they are and a browser
// can keep them for ever.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { fingerprint } from './fingerprint.mjs';
import { SetupProblem } from './progress.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules/.cache/legimi-chatbot');
const client = 'src/web/client';
const webChat = 'node_modules/botframework-webchat';
const dayInMilliseconds = 24 * 60 * 60 * 1000;

/**
 * The folder with all browser files and `manifest.json`, made anew only when a source changed. Several
 * processes may ask at once: each makes its own and the first one to finish wins.
 *
 * The manifest says where each file is served below `/assets/`, by its name in the sources.
 */
export async function browserFiles() {
  const sources = [client, 'scripts/browserFiles.mjs', `${webChat}/package.json`];
  const target = join(cache, `browser-${fingerprint(root, sources)}`);
  if (existsSync(target)) return target;
  const fresh = join(cache, `making-${process.pid}`);
  try {
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true });
    await make(fresh);
    try {
      renameSync(fresh, target);
    } catch (error) {
      if (!existsSync(target)) throw error;
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  removeOld(target);
  return target;
}

async function make(target) {
  const compiled = join(target, 'compiled');
  compileClient(compiled);
  const manifest = {};
  const keep = async (name, servedAs, content) => {
    manifest[name] = servedAs;
    await writeCompressed(join(target, servedAs), content);
  };

  // The modules of the chat page import each other by relative names: one name for the whole folder.
  const pageFolder = `chat-${hashOf(...filesOf(join(compiled, 'chat')).map((file) => readFileSync(file)))}`;
  for (const file of filesOf(join(compiled, 'chat'))) {
    const name = file.slice(join(compiled, 'chat').length + 1);
    await keep(`chat/${name}`, `${pageFolder}/${name}`, readFileSync(file));
  }
  const isAsset = (path) => /\.(css|svg)$/.test(path) && !path.endsWith('widget.css');
  for (const file of filesOf(join(root, client)).filter(isAsset)) {
    const name = file.slice(join(root, client).length + 1);
    await keep(name, hashedName(name, readFileSync(file)), readFileSync(file));
  }
  const bundle = readFileSync(join(root, webChat, 'dist/webchat.js'));
  const licence = Buffer.concat([
    readFileSync(join(root, client, 'webchat.LICENSE.txt')),
    readFileSync(join(root, webChat, 'dist/webchat.js.LICENSE.txt')),
  ]);
  await keep('webchat.js', hashedName('webchat.js', bundle), bundle);
  // The bundle's first line points to this very name, beside the bundle.
  await keep('webchat.js.LICENSE.txt', 'webchat.js.LICENSE.txt', licence);

  // The loader is no asset: the server fills words and styles in and serves it at a lasting address.
  await bundleWidget(join(compiled, 'widget/widget.js'), join(target, 'widget.js'));
  cpSync(join(root, client, 'widget/widget.css'), join(target, 'widget.css'));
  rmSync(compiled, { recursive: true });
  writeFileSync(join(target, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

function compileClient(target) {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const parameters = [compiler, '-p', client, '--outDir', target, '--pretty', 'false'];
  const { status } = spawnSync(process.execPath, parameters, {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) {
    throw new SetupProblem(
      'The browser code does not compile; the compiler names the lines above.',
    );
  }
}

/** One script, because a tag without a type cannot import; small, because each page of a library loads it. */
async function bundleWidget(input, file) {
  // Not at the top: this module is loaded before the packages are there.
  const { build } = await import('rolldown');
  await build({ input, output: { file, format: 'iife', minify: true } });
}

async function writeCompressed(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  const [brotli, zipped] = await Promise.all([
    once(`${hashOf(content)}.br`, () =>
      promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    ),
    once(`${hashOf(content)}.gz`, () => promisify(gzip)(content, { level: 9 })),
  ]);
  writeFileSync(path, content);
  writeFileSync(`${path}.br`, brotli);
  writeFileSync(`${path}.gz`, zipped);
}

/** Web Chat takes five seconds to compress and never changes, so what was made once is kept. */
async function once(name, make) {
  const kept = join(cache, name);
  if (existsSync(kept)) return readFileSync(kept);
  const made = await make();
  writeFileSync(`${kept}.${process.pid}`, made);
  renameSync(`${kept}.${process.pid}`, kept);
  return made;
}

function hashedName(name, content) {
  const dot = name.lastIndexOf('.');
  return `${name.slice(0, dot)}-${hashOf(content)}${name.slice(dot)}`;
}

function hashOf(...contents) {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('base64url').slice(0, 12);
}

function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** Running tests may still use a folder of today. */
function removeOld(current) {
  for (const name of readdirSync(cache).filter((one) => one.startsWith('browser-'))) {
    const folder = join(cache, name);
    const age = Date.now() - statSync(folder).mtimeMs;
    if (folder !== current && age > dayInMilliseconds)
      rmSync(folder, { recursive: true, force: true });
  }
}
