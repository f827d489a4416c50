import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFileLedger } from '../../src/codes/index.ts';
import { month } from '../../src/rules/index.ts';
import { freePort } from '../support/freePort.ts';
import { startFakeGraph, textOf, type FakeGraph } from '../support/messenger/fakeGraph.ts';
import { messengerVariablesFor, telephoneOf } from '../support/messenger/messengerApplication.ts';
import {
  textEvent,
  webhookSender,
  type WebhookSender,
} from '../support/messenger/webhookSender.ts';
import { startProgram, type Program } from '../support/program.ts';
import { digitsOn, visitSignInPage } from '../support/signInPage.ts';

let folder = '';
let graph: FakeGraph;
let port = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'messenger-kill-'));
  graph = await startFakeGraph(() => new Date());
  port = await freePort();
});

afterEach(async () => {
  graph.release();
  await graph.close();
  await rm(folder, { recursive: true, force: true });
});

const start = (): Promise<Program> =>
  startProgram({
    PORT: String(port),
    DATA_DIR: folder,
    DEMO_NOW: '2026-12-10T09:30',
    ...messengerVariablesFor(graph),
  });

const sender = (): WebhookSender => webhookSender(`http://127.0.0.1:${port}/api/messenger`);
const origin = (): string => `http://127.0.0.1:${port}`;

test(
  'whoever writes before or while the program is killed is answered once, and gets one code',
  { timeout: 180_000 },
  async () => {
    const first = await start();
    const anna = telephoneOf('anna', graph, sender());
    await anna.say('dzień dobry', 'automatyczny asystent');
    await anna.press('Pobierz kod', 'Link działa 10 minut');
    const visitor = visitSignInPage(origin());
    await visitor.open(anna.link());
    await anna.say(digitsOn(await visitor.signIn('901001', 'lalka1890')), 'Pobrać teraz kod');

    // The code is given, and the program dies while Meta has not taken the message that tells it.
    const tak = textEvent('anna', Date.now(), 'anna-tak', 'tak');
    const asked = graph.count();
    graph.behave({ kind: 'hangs' }, { kind: 'hangs' }, { kind: 'hangs' });
    expect((await sender().deliver(tak)).status).toBe(200);
    await graph.until(() => graph.count() === asked + 1);
    // Others write meanwhile; all of it is acknowledged, nothing of it is answered.
    const others = ['jan', 'ewa'].map((reader) => {
      graph.hear(reader, Date.now());
      return textEvent(reader, Date.now(), `${reader}-1`, 'kiedy będą kody?');
    });
    expect((await sender().deliver(...others)).status).toBe(200);
    await graph.until(() => graph.count() === asked + 3);
    expect(await first.end('SIGKILL')).toBe('SIGKILL');
    expect(graph.textsTo('jan')).toEqual([]);

    // Meta cannot deliver to a program that is down, and tries again later.
    const late = textEvent('zofia', Date.now(), 'zofia-1', 'dzień dobry');
    graph.hear('zofia', Date.now());
    await expect(sender().deliver(late)).rejects.toThrow();

    graph.behave();
    const second = await start();
    // Deliveries whose acknowledgement Meta has missed come once more.
    const again = await sender().deliver(tak, ...others, late, late);
    expect(again.status).toBe(200);
    await graph.until(
      () =>
        graph.textsTo('anna').some((text) => text.includes('To ten sam kod')) &&
        graph.textsTo('jan').length >= 2 &&
        graph.textsTo('ewa').length >= 2 &&
        graph.textsTo('zofia').length >= 1,
    );
    // Whatever is still to come has come when the program has ended in peace.
    expect(await second.end('SIGTERM')).toBe(0);

    const codes = graph
      .messagesTo('anna')
      .filter((one) => /\b[A-Z0-9]{4} [A-Z0-9]{4}/.test(textOf(one)));
    expect(codes).toHaveLength(1);
    // A greeting and an answer each.
    expect(graph.textsTo('jan')).toHaveLength(2);
    expect(graph.textsTo('ewa')).toHaveLength(2);
    expect(graph.textsTo('zofia')).toHaveLength(1);

    const ledger = await openFileLedger({
      folder,
      clock: () => new Date('2026-12-10T09:00:00Z'),
      auditKey: new Uint8Array(32),
    });
    const claims = await ledger.claims(month('2026-12'));
    expect(claims.filter(({ card }) => card === '901001')).toHaveLength(1);
    await ledger.close();
  },
);
