import { readFile } from 'node:fs/promises';
import { createConnection, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { hasErrorCode } from './disk.ts';

/**
 * How others can tell whether the process that holds a folder still lives. A socket in the folder is
 * best: the kernel closes it with the process, so neither kill -9 nor a reused pid nor a second
 * container with its own pids can deceive. Where no socket can be made, the pid and the moment its
 * process started stand in.
 */
export type HolderProcess = {
  readonly pid: number;
  readonly startedAt: string | null;
  /** Name of the socket inside the lock folder. */
  readonly socket: string | null;
};

export type LifeSign = { readonly holder: HolderProcess; end(): Promise<void> };

/** The kernel's limit for a socket path is 104 to 108 bytes, and a longer one may be cut silently. */
const longestSocketPath = 100;

/** Makes this process recognisable as alive in `folder`. */
export async function giveLifeSign(folder: string): Promise<LifeSign> {
  const name = `${randomBytes(6).toString('hex')}.sock`;
  const server = await listenIfPossible(socketPath(folder, name));
  return {
    holder: {
      pid: process.pid,
      startedAt: await startOf(process.pid),
      socket: server ? name : null,
    },
    async end() {
      if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Whether the holder lives; in doubt it does. */
export async function isAlive(folder: string, holder: HolderProcess): Promise<boolean> {
  if (holder.socket) return isListening(socketPath(folder, holder.socket));
  if (!pidExists(holder.pid)) return false;
  const startedAt = await startOf(holder.pid);
  return startedAt === null || holder.startedAt === null || startedAt === holder.startedAt;
}

async function listenIfPossible(path: string): Promise<Server | null> {
  if (Buffer.byteLength(path) > longestSocketPath) return null;
  const server = createServer((connection) => connection.destroy());
  const isListening = await new Promise<boolean>((resolve) => {
    server.once('listening', () => resolve(true));
    // Some mounted folders cannot hold a socket.
    server.once('error', () => resolve(false));
    server.listen(path);
  });
  if (!isListening) return null;
  server.on('error', () => undefined);
  return server.unref();
}

function isListening(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = createConnection(path);
    connection.once('connect', () => {
      connection.destroy();
      resolve(true);
    });
    connection.once('error', (error) => resolve(!hasErrorCode(error, 'ECONNREFUSED', 'ENOENT')));
  });
}

function socketPath(folder: string, name: string): string {
  return process.platform === 'win32' ? `\\\\.\\pipe\\legimi-chatbot-${name}` : join(folder, name);
}

function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasErrorCode(error, 'ESRCH');
  }
}

/** Boot and tick at which the process started; `null` where the system does not tell. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const status = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces; start time is field 22, the 20th after it (proc(5)).
    const ticks = status.slice(status.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? null : `${boot.trim()}/${ticks}`;
  } catch {
    return null;
  }
}
