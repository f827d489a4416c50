import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { Server } from 'restify';
import { afterEach, describe, expect, test } from 'vitest';
import WebSocket, { WebSocketServer } from 'ws';
import { systemClock } from '../src/clock.ts';
import { HttpError, onUpgrade, readBody, readJson, refuseUpgrade } from '../src/http/index.ts';
import { createLog, type Log } from '../src/log.ts';
import { createServer, listen, stop } from '../src/server.ts';

const SECRET = 'Kowalska 1234';
const LIMIT = 1024;

const running: Server[] = [];
let written = '';

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => stop(server, 0)));
  written = '';
});

function log(): Log {
  return createLog('info', {
    write: (line) => {
      written += line;
    },
  });
}

async function start(
  mount: (server: Server) => void = () => undefined,
  keepAliveMs = 5_000,
): Promise<{ server: Server; port: number; url: string }> {
  const server = createServer({ log: log(), clock: systemClock, trustedProxies: [], keepAliveMs });
  running.push(server);
  mount(server);
  const port = await listen(server, '127.0.0.1', 0);
  return { server, port, url: `http://127.0.0.1:${port}` };
}

function echo(server: Server): void {
  server.post('/echo', readJson(LIMIT), async (req, res) => {
    res.send(200, { body: req.body, bytes: req.rawBody.length });
  });
}

function post(
  url: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) {
  return fetch(`${url}/echo`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** Everything the server writes on a fresh connection until it closes it. */
async function raw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.setEncoding('latin1');
  let answer = '';
  socket.on('data', (chunk) => (answer += String(chunk)));
  socket.on('error', () => undefined);
  socket.end(text, 'latin1');
  await once(socket, 'close');
  return answer;
}

describe('an error answer', () => {
  test.each<[string, (server: Server) => void]>([
    [
      'an async handler rejects',
      (s) => s.get('/x', async (_q, _r) => Promise.reject(new Error(SECRET))),
    ],
    ['a handler rejects with a text', (s) => s.get('/x', async (_q, _r) => Promise.reject(SECRET))],
    ['a handler passes an error on', (s) => s.get('/x', (_q, _r, next) => next(new Error(SECRET)))],
    [
      'a handler sends an error',
      (s) => s.get('/x', async (_q, res) => void res.send(new Error(SECRET))),
    ],
    [
      'a page fails half-way',
      (s) =>
        s.get('/x', async (_q, res) => {
          res.setHeader('Content-Type', 'text/html');
          throw new Error(SECRET);
        }),
    ],
    [
      'an error brings its own status',
      (s) =>
        s.get('/x', async (_q, _r) =>
          Promise.reject(Object.assign(new Error(SECRET), { statusCode: 502 })),
        ),
    ],
  ])('says nothing about the cause when %s', async (_name, mount) => {
    const { url } = await start(mount);
    const res = await fetch(`${url}/x`);
    const text = await res.text();
    expect(res.status).toBeGreaterThanOrEqual(500);
    expect(res.headers.get('content-type')).toBe('application/json');
    expect(JSON.parse(text)).toEqual({
      error: { code: 'ServerError', message: expect.any(String) },
    });
    expect(text).not.toContain(SECRET);
    expect(written).toContain('"event":"http.failed"');
    expect(written).not.toContain(SECRET);
  });

  test('carries the status and code of an HttpError', async () => {
    const { url } = await start((s) =>
      s.get('/x', async (_q, _r) => Promise.reject(new HttpError(429, 'TooManyRequests', SECRET))),
    );
    const res = await fetch(`${url}/x`);
    expect(res.status).toBe(429);
    expect(await res.json()).toEqual({
      error: { code: 'TooManyRequests', message: 'Too Many Requests' },
    });
  });

  test('does not repeat the address that does not exist', async () => {
    const { url } = await start();
    const res = await fetch(`${url}/login/bilet-7`);
    expect(res.status).toBe(404);
    expect(await res.text()).not.toContain('bilet');
    expect(written).not.toContain('bilet');
  });

  test('runs no callback named in the address', async () => {
    const { url } = await start((s) =>
      s.get('/x', async (_q, res) => {
        res.setHeader('Content-Type', 'application/javascript');
        res.send(200, 'plain');
      }),
    );
    expect(await (await fetch(`${url}/x?callback=alert(1)`)).text()).toBe('plain');
  });
});

describe('every answer', () => {
  test.each([
    ['a hit', '/x', 200],
    ['a miss', '/y', 404],
  ])('carries the security headers and names no software: %s', async (_name, path, status) => {
    const { url } = await start((s) => s.get('/x', async (_q, res) => void res.send(200, {})));
    const res = await fetch(url + path);
    expect(res.status).toBe(status);
    expect(Object.fromEntries(res.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(res.headers.has('server')).toBe(false);
    expect(res.headers.has('x-powered-by')).toBe(false);
  });

  test('lets a page replace a header', async () => {
    const { url } = await start((s) =>
      s.get('/x', async (_q, res) => {
        res.setHeader('Content-Security-Policy', "default-src 'self'");
        res.sendRaw(200, '<p>', { 'Content-Type': 'text/html; charset=utf-8' });
      }),
    );
    const res = await fetch(`${url}/x`);
    expect(res.headers.get('content-security-policy')).toBe("default-src 'self'");
    expect(res.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  test('is logged with the route pattern instead of the address', async () => {
    const { url } = await start((s) =>
      s.get('/login/:ticket', async (_q, res) => void res.send(200, {})),
    );
    await fetch(`${url}/login/tajny-bilet?kod=1`);
    expect(written).toContain('"route":"/login/:ticket"');
    expect(written).not.toContain('tajny');
  });
});

describe('a JSON body', () => {
  test('reaches the handler together with its exact bytes', async () => {
    const { url } = await start(echo);
    const res = await post(url, ' {"zażółć":1}');
    expect(await res.json()).toEqual({ body: { zażółć: 1 }, bytes: 17 });
  });

  test('may be missing', async () => {
    const { url } = await start(echo);
    const res = await fetch(`${url}/echo`, { method: 'POST' });
    expect(await res.json()).toEqual({ bytes: 0 });
  });

  test.each([
    ['malformed JSON', '{"a":', {}],
    ['text that looks like JSON', '{"a":1}', { 'content-type': 'text/plain' }],
    ['a form', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), {}],
    ['33 levels', `${'['.repeat(33)}${']'.repeat(33)}`, {}],
    ['500 levels', `${'{"a":'.repeat(170)}1${'}'.repeat(170)}`, {}],
  ])('is refused with 400 when it is %s', async (_name, body, headers) => {
    const { url } = await start(echo);
    const res = await post(url, body, headers);
    expect(res.status).toBe(400);
    expect(await res.json()).toMatchObject({ error: { code: 'MalformedData' } });
  });

  test('may have 32 levels', async () => {
    const { url } = await start(echo);
    expect((await post(url, `${'['.repeat(32)}${']'.repeat(32)}`)).status).toBe(200);
  });

  test.each([
    ['with its length announced', { 'content-length': String(LIMIT + 1) }],
    ['in chunks', { 'transfer-encoding': 'chunked' }],
  ])('is refused with 413 when it is too long, %s', async (_name, headers) => {
    const { port } = await start(echo);
    const req = httpRequest({
      port,
      host: '127.0.0.1',
      path: '/echo',
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
    });
    req.end(`"${'a'.repeat(LIMIT - 1)}"`);
    const [res] = await once(req, 'response');
    expect(res.statusCode).toBe(413);
  });

  test('that the sender breaks off leaves the server in good health', async () => {
    const failures: unknown[] = [];
    const { url, port } = await start((server) => {
      echo(server);
      server.post('/watched', async (req, _res) => {
        await readBody(req, LIMIT).catch((error: unknown) => failures.push(error));
        throw new HttpError(400, 'MalformedData', 'broken off');
      });
    });
    const socket = connect(port, '127.0.0.1');
    socket.write('POST /watched HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{');
    await expect.poll(() => (running[0] as Server).inflightRequests()).toBe(1);
    socket.resetAndDestroy();
    await expect.poll(() => failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({ statusCode: 400 });
    expect((await post(url, '{}')).status).toBe(200);
  });
});

describe('the door', () => {
  test.each(['gzip', 'deflate', 'br', 'identity, gzip', 'x'])(
    'refuses a body with Content-Encoding %s',
    async (encoding) => {
      const { url } = await start(echo);
      const res = await post(url, '{}', { 'content-encoding': encoding });
      expect(res.status).toBe(415);
    },
  );

  test('reads "identity" as not compressed', async () => {
    const { url } = await start(echo);
    expect((await post(url, '{}', { 'content-encoding': 'Identity' })).status).toBe(200);
  });

  test('refuses headers of more than 8 KiB', async () => {
    const { url } = await start(echo);
    expect((await post(url, '{}', { 'x-long': 'a'.repeat(7_000) })).status).toBe(200);
    expect((await post(url, '{}', { 'x-long': 'a'.repeat(8_300) })).status).toBe(431);
  });

  test('limits how long a sender may take, and keeps idle connections as configured', async () => {
    const { server } = await start(undefined, 65_000);
    expect(server.server).toMatchObject({
      headersTimeout: 10_000,
      requestTimeout: 15_000,
      keepAliveTimeout: 65_000,
    });
  });

  const oddTargets = [
    'http://[',
    '*',
    'x:y',
    '//',
    '/%',
    '/%E0%A4%A',
    '/echo/../..',
    '//[::',
    '/%00',
    '/a;b=%ff',
  ];
  test.each(oddTargets)('survives the target %s', async (target) => {
    const { port, url } = await start(echo);
    for (const method of ['GET', 'POST', 'OPTIONS', 'HEAD', 'CONNECT']) {
      await raw(port, `${method} ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    }
    expect((await post(url, '{}')).status).toBe(200);
  });

  test.each(['[', 'a b', 'x:99999', 'x/echo?', 'x@y', 'x\\y', '%', 'ą', 'x:y', '[::g]'])(
    'refuses the Host "%s", which restify would not survive or would route by',
    async (host) => {
      const { port, url } = await start(echo);
      const head = `Host: ${host}\r\nConnection: close\r\n`;
      const answer = await raw(port, `POST /x HTTP/1.1\r\n${head}Content-Length: 0\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect((await post(url, '{}')).status).toBe(200);
    },
  );

  test.each(['x', 'czat.biblioteka.example:8443', '127.0.0.1:1', '[::1]:3978', ''])(
    'accepts the Host "%s"',
    async (host) => {
      const { port } = await start(echo);
      const head = `Host: ${host}\r\nConnection: close\r\n`;
      const answer = await raw(port, `POST /echo HTTP/1.1\r\n${head}Content-Length: 0\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    },
  );

  test('stays shut while a proxy in the list is no address', () => {
    const options = { log: log(), clock: systemClock, trustedProxies: ['proxy'] };
    expect(() => createServer(options)).toThrow(
      expect.objectContaining({ code: 'TRUSTED_PROXY_INVALID' }),
    );
  });

  test('keeps idle connections of a proxy longer than the proxy does, and readers’ own shortly', () => {
    const idleFor = (trustedProxies: readonly string[]): number =>
      createServer({ log: log(), clock: systemClock, trustedProxies }).server.keepAliveTimeout;
    expect(idleFor(['10.0.0.1'])).toBe(65_000);
    expect(idleFor([])).toBe(5_000);
  });

  test('tells browsers to come by https only, in every answer, where they did', async () => {
    for (const isHttps of [true, false]) {
      const server = createServer({
        log: log(),
        clock: systemClock,
        trustedProxies: [],
        isHttps,
      });
      running.push(server);
      const port = await listen(server, '127.0.0.1', 0);
      const { headers } = await fetch(`http://127.0.0.1:${port}/nowhere`);
      expect(headers.get('strict-transport-security')).toBe(
        isHttps ? 'max-age=31536000; includeSubDomains' : null,
      );
    }
  });

  test('tells the operator when the port is taken', async () => {
    const { port } = await start();
    const second = createServer({
      log: log(),
      clock: systemClock,
      trustedProxies: [],
    });
    await expect(listen(second, '127.0.0.1', port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('an upgrade', () => {
  const handshake = (path: string): string =>
    `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
    'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n';

  function sockets(server: Server): void {
    const wss = new WebSocketServer({ noServer: true });
    onUpgrade(server, '/talk', (req, socket, head) => {
      wss.handleUpgrade(req, socket, head, (ws) => ws.send('hello'));
    });
  }

  test('reaches the handler of its path and below', async () => {
    const { port } = await start(sockets);
    for (const path of ['/talk', '/talk/1/stream?t=x']) {
      const client = new WebSocket(`ws://127.0.0.1:${port}${path}`);
      const [message] = await once(client, 'message');
      expect(String(message)).toBe('hello');
      client.terminate();
    }
  });

  test.each(['/', '/talker', '/api/messages', '/talk%2f'])('is refused on %s', async (path) => {
    const { port } = await start(sockets);
    expect(await raw(port, handshake(path))).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/);
  });

  test('can be refused by its handler', async () => {
    const { port } = await start((s) =>
      onUpgrade(s, '/talk', (_q, socket) => refuseUpgrade(socket, 403)),
    );
    expect(await raw(port, handshake('/talk'))).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/);
  });

  test('that is reset while its handler still thinks does not end the process', async () => {
    let taken: Socket | undefined;
    const { port, url } = await start((server) => {
      echo(server);
      onUpgrade(server, '/talk', (_q, socket) => {
        taken = socket as Socket;
      });
    });
    const client = connect(port, '127.0.0.1');
    client.write(handshake('/talk'));
    await expect.poll(() => taken).toBeDefined();
    const closed = new Promise((resolve) => taken!.once('close', resolve));
    client.resetAndDestroy();
    taken!.resume();
    await closed;
    expect((await post(url, '{}')).status).toBe(200);
  });
});

describe('stopping', () => {
  test('lets a request in flight finish and accepts no new one', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { server, url } = await start((s) =>
      s.get('/slow', async (_q, res) => {
        await held;
        res.send(200, { done: true });
      }),
    );
    const answer = fetch(`${url}/slow`);
    await expect.poll(() => server.inflightRequests()).toBe(1);
    const stopped = stop(server);
    await expect(fetch(`${url}/slow`)).rejects.toThrow();
    release();
    expect(await (await answer).json()).toEqual({ done: true });
    await stopped;
  });

  test('does not wait for a connection to be reused once its request is answered', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { server, port } = await start(
      (s) =>
        s.get('/slow', async (_q, res) => {
          await held;
          res.send(200, {});
        }),
      60_000,
    );
    const socket = connect(port, '127.0.0.1');
    socket.resume().write('GET /slow HTTP/1.1\r\nHost: x\r\n\r\n');
    await expect.poll(() => server.inflightRequests()).toBe(1);
    const stopped = stop(server, 60_000);
    release();
    await stopped;
  }, 10_000);

  test('closes idle keep-alive connections at once', async () => {
    const { server, port } = await start(
      (s) => s.get('/x', async (_q, res) => void res.send(200, {})),
      60_000,
    );
    const socket = connect(port, '127.0.0.1');
    socket.write('GET /x HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(socket, 'data');
    const closed = once(socket, 'close');
    await stop(server);
    await closed;
  });

  test('ends WebSockets', async () => {
    const wss = new WebSocketServer({ noServer: true });
    const { server, port } = await start((s) =>
      onUpgrade(s, '/talk', (req, socket, head) =>
        wss.handleUpgrade(req, socket, head, () => undefined),
      ),
    );
    const client = new WebSocket(`ws://127.0.0.1:${port}/talk`);
    await once(client, 'open');
    const closed = once(client, 'close');
    await stop(server);
    await closed;
  });

  test('cuts a request that never ends', async () => {
    const { server, url } = await start((s) =>
      s.get('/never', async (_q, _r) => new Promise<void>(() => undefined)),
    );
    const answer = fetch(`${url}/never`).catch(() => 'cut');
    await expect.poll(() => server.inflightRequests()).toBe(1);
    await stop(server, 50);
    expect(await answer).toBe('cut');
  });
});
