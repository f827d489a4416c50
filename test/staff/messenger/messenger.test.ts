import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../storage/support/temporaryFolder.ts';
import { startFakeGraph, testPage, type FakeGraph } from '../../support/messenger/fakeGraph.ts';
import { quietDesk, type StaffDesk } from '../support/staffDesk.ts';

const file = 'manifest/messenger-profile.json';
const profile = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

let graph: FakeGraph;

beforeEach(async () => {
  graph = await startFakeGraph(() => new Date());
});
afterEach(() => graph.close());

async function desk(more: object = {}): Promise<StaffDesk> {
  const quiet = await quietDesk();
  Object.assign(quiet.context, { messenger: { ...testPage, graphUrl: graph.url }, ...more });
  return quiet;
}

describe('messenger ustaw', () => {
  test('shows everything as new for a new Page, asks, and sets it', async () => {
    const { exitCode, out } = await (await desk()).type('messenger ustaw', 'tak');
    expect(exitCode).toBe(0);
    expect(out).toContain('menu: nowe');
    expect(out).toContain('+ ');
    expect(graph.profile).toEqual(profile);
  });

  test('changes nothing after a no, or when nobody answers', async () => {
    const at = await desk();
    expect(await at.type('messenger ustaw', 'nie')).toMatchObject({ exitCode: 0 });
    expect(await at.type('messenger ustaw')).toMatchObject({ exitCode: 1 });
    expect(graph.profile).toEqual({});
  });

  test('shows and sends the difference only, and takes away what the file has no more', async () => {
    const { persistent_menu: _gone, ...withoutMenu } = profile;
    Object.assign(graph.profile, profile, { greeting: [{ locale: 'default', text: 'Stare' }] });
    const changed = join(await temporaryFolder(), 'profile.json');
    await writeFile(changed, JSON.stringify(withoutMenu));
    const at = await desk({ messengerProfileFile: changed });
    const { out, questions } = await at.type('messenger ustaw --tak');
    expect(questions).toBe(0);
    expect(out).toMatch(/powitanie: zmiana[^+]*- [^+]*Stare/);
    expect(out).toContain('menu: zostanie usunięte');
    expect(out).toContain('pytania na początek: bez zmian');
    expect(graph.profile).toEqual(withoutMenu);
  });

  test('asks nothing and sends nothing when the Page shows it already', async () => {
    Object.assign(graph.profile, profile);
    const { exitCode, questions } = await (await desk()).type('messenger ustaw');
    expect({ exitCode, questions, calls: graph.count() }).toEqual({
      exitCode: 0,
      questions: 0,
      calls: 1,
    });
  });

  test('without a Page prints the request and sends nothing', async () => {
    const { exitCode, out } = await (await desk({ messenger: null })).type('messenger ustaw');
    expect(exitCode).toBe(0);
    expect(out).toContain('POST https://graph.facebook.com/v26.0/me/messenger_profile');
    expect(JSON.parse(out.slice(out.indexOf('{')))).toEqual(profile);
    expect(graph.count()).toBe(0);
  });

  test('refuses a line of the menu that the bot does not know, and a file of another shape', async () => {
    const wrong = join(await temporaryFolder(), 'profile.json');
    const at = await desk({ messengerProfileFile: wrong });
    await writeFile(wrong, JSON.stringify(profile).replace('v1:faq.when', 'v1:faq.gone'));
    expect((await at.type('messenger ustaw')).err).toContain('asystent nie zna „faq.gone”');
    await writeFile(wrong, '{\n  "greeting": []\n}');
    expect(await at.type('messenger ustaw')).toMatchObject({ exitCode: 1 });
    expect(graph.count()).toBe(0);
  });

  test('tells the operator what to do when Meta refuses, and prints no secret', async () => {
    graph.behave({ kind: 'refuses', status: 401, code: 190 });
    const { exitCode, err, out } = await (await desk()).type('messenger ustaw');
    expect(exitCode).toBe(1);
    expect(err).toContain('FACEBOOK_PAGE_TOKEN');
    expect(err + out).not.toContain(testPage.pageToken);
  });
});
