import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openFileLedger, type CodeLedger } from '../../../src/codes/index.ts';
import { month } from '../../../src/rules/index.ts';
import { startStaffDoor, type StaffDoor } from '../../../src/staff/index.ts';
import { openDataFolder } from '../../../src/storage/index.ts';
import {
  openUnansweredQuestions,
  type UnansweredQuestions,
} from '../../../src/unanswered/index.ts';
import { temporaryFolder } from '../../storage/support/temporaryFolder.ts';
import { diskError, watchedDisk, type WatchedDisk } from '../../storage/support/watchedDisk.ts';
import { now, operationsOn, quietDesk } from '../support/staffDesk.ts';

const call = JSON.stringify({ operation: 'monthReport', month: '2026-12' });

type Answer = { readonly status: number; readonly body: string };

function ask(
  door: StaffDoor,
  {
    method = 'POST',
    path = '/',
    body = call,
    headers = {},
  }: {
    readonly method?: string;
    readonly path?: string;
    readonly body?: string;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${door.address}${path}`,
      {
        method,
        headers: {
          Authorization: `Bearer ${door.token}`,
          'Content-Type': 'application/json',
          ...headers,
        },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

describe("the door for staff's commands", () => {
  let watched: WatchedDisk;
  let ledger: CodeLedger;
  let questions: UnansweredQuestions;
  let door: StaffDoor;

  beforeEach(async () => {
    watched = watchedDisk();
    ledger = await openFileLedger({
      folder: await temporaryFolder(),
      clock: () => now,
      auditKey: new Uint8Array(32),
      disk: watched.disk,
    });
    questions = await openUnansweredQuestions(await temporaryFolder(), () => now);
    door = await startStaffDoor(operationsOn(ledger, questions));
    onTestFinished(async () => {
      await door.close();
      await ledger.close();
    });
  });

  test('lets in who has the token', async () => {
    const { status, body } = await ask(door, {});
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ result: { month: '2026-12', loaded: 0 } });
  });

  test.each([
    ['without a token', { headers: { Authorization: '' } }, 401],
    ['with another token', { headers: { Authorization: `Bearer ${'x'.repeat(43)}` } }, 401],
    ['with the token as a password', { headers: { Authorization: 'Basic eDp4' } }, 401],
    ['under another name', { headers: { Host: 'rebound.example:80' } }, 403],
    ['under the name localhost', { headers: { Host: 'localhost' } }, 403],
    ['from a page in a browser', { headers: { Origin: 'http://127.0.0.1' } }, 403],
    ['from a link in a browser', { headers: { 'Sec-Fetch-Site': 'none' } }, 403],
    ['to read', { method: 'GET', body: '' }, 404],
    ['before the browser asks really', { method: 'OPTIONS', body: '' }, 404],
    ['at another path', { path: '/admin' }, 404],
    ['with a form', { headers: { 'Content-Type': 'text/plain' } }, 415],
    ['with too much', { body: `"${'x'.repeat(2_000_001)}"` }, 413],
    ['with half a JSON', { body: '{"operation":' }, 400],
    ['with a call nobody knows', { body: '{"operation":"wipe"}' }, 400],
    ['with a month that does not exist', { body: call.replace('-12', '-13') }, 400],
    ['with more than was asked for', { body: call.replace('}', ',"by":"x"}') }, 400],
  ])('refuses a request %s', async (_name, wrong, status) => {
    const answer = await ask(door, wrong);
    expect(answer).toEqual({ status, body: '{"error":"REFUSED"}' });
  });

  test('answers on loopback only', () => {
    expect(new URL(door.address).hostname).toBe('127.0.0.1');
  });

  test('has a new token of 256 bits each time', async () => {
    const other = await startStaffDoor(operationsOn(ledger, questions));
    expect(other.token).not.toBe(door.token);
    expect(Buffer.from(door.token, 'base64url')).toHaveLength(32);
    await other.close();
  });

  test('closes although somebody stays connected and says nothing', async () => {
    const { port } = new URL(door.address);
    const silent = connect(Number(port), '127.0.0.1');
    await new Promise((resolve) => silent.once('connect', resolve));
    await door.close();
    silent.destroy();
  });

  test('lets a command under way finish when it closes', async () => {
    let finish = (): void => undefined;
    let isAsked = false;
    const slow = await startStaffDoor({
      ...operationsOn(ledger, questions),
      async claims() {
        isAsked = true;
        await new Promise<void>((resolve) => (finish = resolve));
        return [];
      },
    });
    const asked = ask(slow, { body: '{"operation":"claims","month":"2026-12"}' });
    await expect.poll(() => isAsked).toBe(true);
    const closed = slow.close();
    finish();
    expect(await asked).toEqual({ status: 200, body: '{"result":[]}' });
    await closed;
  });

  test('tells a failure by its code alone', async () => {
    watched.trouble = ({ operation }) => (operation === 'append' ? diskError('ENOSPC') : null);
    const body = JSON.stringify({
      operation: 'setRelease',
      month: '2026-12',
      day: '2026-12-10',
      time: '09:00',
    });
    expect(await ask(door, { body })).toEqual({
      status: 503,
      body: '{"error":"LEDGER_UNAVAILABLE"}',
    });
  });
});

describe('staff hear clearly', () => {
  test('that the running bot cannot save anything', async () => {
    const desk = await quietDesk();
    const watched = watchedDisk();
    const folder = await openDataFolder(desk.context.dataFolder, { kind: 'library' });
    const ledger = await openFileLedger({
      folder: folder.path,
      clock: () => now,
      auditKey: new Uint8Array(32),
      disk: watched.disk,
    });
    const questions = await openUnansweredQuestions(folder.path, () => now);
    const door = await startStaffDoor(operationsOn(ledger, questions));
    await folder.announce({ address: door.address, token: door.token });
    watched.trouble = ({ operation }) => (operation === 'append' ? diskError('ENOSPC') : null);

    const { exitCode, err } = await desk.type('kody termin 2026-12 2026-12-10 09:00');
    expect(exitCode).toBe(1);
    expect(err).toMatch(/Danych nie da się teraz zapisać.*Nic nie zmieniono/);
    expect(err).toMatch(/STAFF_BOT_FAILED: .*LEDGER_UNAVAILABLE/);

    watched.trouble = null;
    await door.close();
    await ledger.close();
    await folder.release();
    expect((await desk.withLedger((opened) => opened.schedule())).size).toBe(0);
  });

  test('that the disk is full, when it was not the ledger that could not write', async () => {
    const desk = await quietDesk();
    const folder = await openDataFolder(desk.context.dataFolder, { kind: 'library' });
    const pauseClaims = () => Promise.reject(diskError('ENOSPC'));
    const door = await startStaffDoor({ pauseClaims } as never);
    await folder.announce({ address: door.address, token: door.token });
    const { exitCode, err } = await desk.type('wstrzymaj Zaraz.');
    expect(exitCode).toBe(1);
    expect(err).toMatch(/Danych nie da się teraz zapisać.*Nic nie zmieniono/);
    await door.close();
    await folder.release();
  });

  test('that the bot holds the folder and does not answer', async () => {
    const desk = await quietDesk();
    const folder = await openDataFolder(desk.context.dataFolder, { kind: 'library' });
    const starting = await desk.type('kody miesiac');
    expect(starting.exitCode).toBe(1);
    expect(starting.err).toMatch(/zajmuje inny program/);
    expect(starting.err).toMatch(new RegExp(`DATA_FOLDER_LOCKED: .*${process.pid}`));

    const door = await startStaffDoor({} as never);
    await folder.announce({ address: door.address, token: door.token });
    await door.close();
    const gone = await desk.type('kody miesiac');
    expect(gone.exitCode).toBe(1);
    expect(gone.err).toMatch(/nie odpowiada/);
    expect(gone.err).toMatch(/STAFF_BOT_UNREACHABLE/);
    await folder.release();
  });

  test('that nobody knows whether a bot that died with the command carried it out', async () => {
    const desk = await quietDesk();
    const folder = await openDataFolder(desk.context.dataFolder, { kind: 'library' });
    const dying = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write('{"resu', () => response.destroy());
    });
    await new Promise<void>((resolve) => dying.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void dying.close());
    const { port } = dying.address() as AddressInfo;
    await folder.announce({ address: `http://127.0.0.1:${port}`, token: 'x' });
    const lost = await desk.type('kody termin 2026-12 2026-12-10 09:00');
    expect(lost.exitCode).toBe(1);
    expect(lost.err).toMatch(/nie wiadomo, czy zmiana się zapisała/);
    expect(lost.err).toMatch(/STAFF_BOT_LOST/);
    expect(lost.err).not.toContain('Nic nie zmieniono');
    await folder.release();
  });

  test('nothing of the kind of the folder, which it knows itself', async () => {
    const desk = await quietDesk();
    Object.assign(desk.context, { dataFolder: await temporaryFolder() });
    const folder = await openDataFolder(desk.context.dataFolder, { kind: 'demo' });
    await folder.release();
    expect(await desk.type('kody miesiac')).toMatchObject({ exitCode: 0, err: '' });
  });

  test('that a mistyped data folder holds no data, and it is not made', async () => {
    const desk = await quietDesk();
    const missing = join(desk.context.dataFolder, 'dane');
    Object.assign(desk.context, { dataFolder: missing });
    for (const command of ['kody miesiac', 'sekret', 'audyt', 'pytania']) {
      const { exitCode, out, err } = await desk.type(command);
      expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
      expect(err).toMatch(/DATA_DIR/);
    }
    expect(existsSync(missing)).toBe(false);
  });

  test('that a damaged month was put right when they opened it', async () => {
    const desk = await quietDesk();
    await desk.withLedger(async (ledger) => {
      await ledger.importPool(month('2026-12'), ['A', 'B'], now, 'test');
    });
    await writeFile(`${desk.context.dataFolder}/ledger/2026-12.json`, '{"half');
    const { exitCode, out, err } = await desk.type('kody miesiac 2026-12');
    expect(exitCode).toBe(0);
    expect(out).toMatch(/wczytane: 2/);
    expect(err).toMatch(/^monthRestored 2026-12: restored the damaged file/);
  });
});
