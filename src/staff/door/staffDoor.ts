import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { codedError } from '../../codedError.ts';
import type { StaffOperations } from '../staffOperations.ts';
import type { DataOperations } from '../data/dataOperations.ts';
import { dataCall, performData } from './dataCall.ts';
import { perform, staffCall } from './staffCall.ts';

/** Where a running bot takes the commands of staff on the same machine. */
export type StaffDoor = {
  readonly address: string;
  /** Whoever can read it may give commands: it belongs into a file of the owner only. */
  readonly token: string;
  /** Lets commands under way finish. */
  close(): Promise<void>;
};

type Answer = { readonly status: number; readonly body: unknown };

/** A file of codes in base64, with room to spare. */
const largestBody = 2_000_000;

/**
 * Opens a door for staff's commands: on loopback, on a port of its own that no proxy points at, and
 * only for who has the token. A browser is never let in, whatever it carries: there is no CORS, the
 * Host must be the door's own address (DNS rebinding), and a request with an Origin is refused. Without
 * `data` it takes no commands about readers' data.
 */
export async function startStaffDoor(
  operations: StaffOperations,
  data: DataOperations | null = null,
): Promise<StaffDoor> {
  const token = randomBytes(32).toString('base64url');
  let host = '';
  /** Responses to commands that are being carried out. */
  const commands = new Set<ServerResponse>();

  const server = createServer((request, response) => {
    answer(request, response)
      // What the operations throw is told by its code only.
      .catch((error: unknown): Answer => ({
        status: 503,
        body: { error: codedError(error, 'FAILED').code },
      }))
      .then((result) => send(response, result))
      .catch(() => response.destroy());
  });
  server.requestTimeout = 30_000;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<Answer> {
    const { headers } = request;
    const isFromBrowser = headers.origin !== undefined || 'sec-fetch-site' in headers;
    if (headers.host !== host || isFromBrowser) return refusal(403);
    if (!isToken(headers.authorization, token)) return refusal(401);
    if (request.method !== 'POST' || request.url !== '/') return refusal(404);
    if (headers['content-type'] !== 'application/json') return refusal(415);
    const body = await readBody(request);
    if (body === null) return refusal(413);
    const work = workOf(parseJson(body));
    if (!work) return refusal(400);
    commands.add(response);
    response.once('close', () => commands.delete(response));
    return { status: 200, body: { result: await work() } };
  }

  function workOf(json: unknown): (() => Promise<unknown>) | null {
    const call = staffCall.safeParse(json);
    if (call.success) return () => perform(operations, call.data);
    const about = dataCall.safeParse(json);
    return data && about.success ? () => performData(data, about.data) : null;
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  // A server that listens on a port has an address object.
  const { port } = server.address() as AddressInfo;
  host = `127.0.0.1:${port}`;

  return {
    address: `http://${host}`,
    token,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await Promise.all([...commands].map((response) => once(response, 'close')));
      // Whoever only stays connected is not waited for.
      server.closeAllConnections();
      await closed;
    },
  };
}

function refusal(status: number): Answer {
  return { status, body: { error: 'REFUSED' } };
}

/** Compares hashes, so that neither content nor length shows in the time it takes. */
function isToken(authorization: string | undefined, token: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(authorization ?? ''), hash(`Bearer ${token}`));
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    // Without an encoding set, a request gives buffers.
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > largestBody) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    Connection: 'close',
  });
  response.end(JSON.stringify(body));
}
