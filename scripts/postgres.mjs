// Finds the PostgreSQL of the tests, or installs it where that is possible, and runs servers of it.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { installDebianPackages } from './debianPackages.mjs';
import { isExecutable } from './isExecutable.mjs';
import { SetupProblem } from './progress.mjs';

const debianFolder = '/usr/lib/postgresql';
const knownFolders = ['/usr/local/bin', '/opt/homebrew/bin', '/usr/bin'];
const startWithin = 30_000;
/** PostgreSQL refuses to run as root; then the first of these users runs it. */
const otherUsers = ['postgres', 'nobody'];

/** The folder with `postgres` and `initdb`, or `null`. The variable POSTGRES_BIN goes first. */
export function findPostgres() {
  const chosen = process.env.POSTGRES_BIN;
  if (chosen) return isPostgres(chosen) ? chosen : null;
  const onPath = (process.env.PATH ?? '').split(delimiter);
  return [...debianVersions(), ...knownFolders, ...onPath].find(isPostgres) ?? null;
}

/** Installs PostgreSQL on Debian and its kin when the user is root; elsewhere says what to install. */
export function ensurePostgres() {
  if (findPostgres()) return;
  if (!process.env.POSTGRES_BIN) {
    installDebianPackages('Installing PostgreSQL for the tests of several instances.', [
      'postgresql',
    ]);
    if (findPostgres()) return;
  }
  throw new SetupProblem(
    'The tests of several instances need PostgreSQL 14 or newer. Install it (Debian, Ubuntu: sudo apt-get install postgresql; macOS: brew install postgresql), or set POSTGRES_BIN to the folder of its programs.',
  );
}

/**
 * Starts a server of its own on a free port of 127.0.0.1, with a new data folder. It ends with this
 * process, however that ends, and leaves nothing behind after `stop`.
 */
export function startPostgres() {
  const flags = ['-U', 'legimi', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  return serve((data) => ['initdb', ['-D', data, ...flags]]);
}

/**
 * Starts another one that follows the server at `url` and may only be read until it is promoted
 * (`pg_promote()`).
 */
export function startStandby(url) {
  const flags = ['--write-recovery-conf', '--checkpoint=fast', '--no-sync'];
  return serve((data) => ['pg_basebackup', ['-d', url, '-D', data, ...flags]]);
}

/** `fill` names the program, and its parameters, that fills the new data folder. */
async function serve(fill) {
  const bin = findPostgres();
  if (!bin) throw new SetupProblem('No PostgreSQL. Run "node scripts/setup.mjs --tests" once.');
  const user = userToRunAs();
  const home = mkdtempSync(join(tmpdir(), 'legimi-postgres-'));
  if (user.uid !== undefined) chownSync(home, user.uid, user.gid);
  const data = join(home, 'data');
  const [program, parameters] = fill(data);
  const made = spawnSync(join(bin, program), parameters, { ...user, cwd: home, encoding: 'utf8' });
  if (made.status !== 0)
    throw new Error(`${program} failed: ${made.stderr}${String(made.error ?? '')}`);
  const port = await freePort();

  let running = await run(bin, user, home, data, port);
  return {
    port,
    url: (database = 'postgres') => `postgres://legimi@127.0.0.1:${port}/${database}`,
    /** Ends every connection at once, as a crash does; what was acknowledged stays. */
    async crash() {
      await running.end('SIGQUIT');
    },
    async start() {
      running = await run(bin, user, home, data, port);
    },
    async stop() {
      await running.end('SIGINT');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The server dies with the pipe to this process, so that a killed test leaves none behind. */
const untilInputEnds =
  'exec 3<&0; "$@" & server=$!; (cat <&3 >/dev/null; kill -QUIT $server 2>/dev/null) & wait $server';

async function run(bin, user, home, data, port) {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '32MB',
    autovacuum_naptime: '10s',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  let output = '';
  const child = spawn(
    '/bin/sh',
    ['-c', untilInputEnds, 'sh', join(bin, 'postgres'), '-D', data, ...flags],
    { ...user, cwd: home, stdio: ['pipe', 'ignore', 'pipe'] },
  );
  child.stderr.setEncoding('utf8').on('data', (text) => {
    output = `${output}${text}`.slice(-5_000);
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const giveUpAt = Date.now() + startWithin;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > giveUpAt) {
      child.stdin.destroy();
      throw new Error(`PostgreSQL did not start: ${output}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    async end(signal) {
      const [pid] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), signal);
      child.stdin.end();
      await ended;
    },
  };
}

/** A port that answers may still be one that refuses everybody while the server starts. */
function answers(port) {
  const words = Buffer.from('user\0legimi\0database\0postgres\0\0');
  const greeting = Buffer.alloc(8);
  greeting.writeInt32BE(greeting.length + words.length);
  greeting.writeInt32BE(0x0003_0000, 4);
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.setTimeout(1_000, () => socket.destroy());
    socket.once('connect', () => socket.write(Buffer.concat([greeting, words])));
    socket.once('data', (answer) => {
      // R: who you are is accepted; E: an error, such as "the database system is starting up".
      resolve(answer.toString('latin1', 0, 1) === 'R');
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function userToRunAs() {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account = otherUsers
    .map((name) => accounts.find(([known]) => known === name))
    .find((found) => found !== undefined);
  if (!account) throw new SetupProblem('PostgreSQL refuses root. Create a user "postgres" for it.');
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

/** Newest first. */
function debianVersions() {
  try {
    return readdirSync(debianFolder)
      .sort((one, other) => Number(other) - Number(one))
      .map((version) => join(debianFolder, version, 'bin'));
  } catch {
    return [];
  }
}

function isPostgres(folder) {
  return isExecutable(join(folder, 'postgres')) && isExecutable(join(folder, 'initdb'));
}
