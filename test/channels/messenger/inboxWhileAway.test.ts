import { describe, expect, onTestFinished, test } from 'vitest';
import {
  inboxWhileAway,
  openDatabaseInbox,
  openFileInbox,
  type Inbox,
} from '../../../src/channels/messenger/index.ts';
import type { Clock } from '../../../src/clock.ts';
import { createLog } from '../../../src/log.ts';
import { leases } from '../../../src/storage/index.ts';
import { describeInbox, eventOf, keysOf, start, workedOn } from '../../contract/inbox.contract.ts';
import { temporaryFolder } from '../../storage/support/temporaryFolder.ts';
import { startMessengerRig } from '../../support/messenger/messengerRig.ts';
import { textEvent } from '../../support/messenger/webhookSender.ts';
import { cutDatabase } from '../../support/postgres/cutDatabase.ts';
import { connected, postgresForTests } from '../../support/postgres/testDatabase.ts';

const postgres = postgresForTests();
const log = createLog('silent');
const atStart: Clock = () => new Date(start);

type Instance = { readonly inbox: Inbox; readonly line: { isCut: boolean } };

async function instance(url: string, folder: string, clock = atStart): Promise<Instance> {
  const { line, database } = cutDatabase(await connected(url));
  const shared = openDatabaseInbox({ database, alone: leases(database, { heldFor: 1 }), clock });
  const own = await openFileInbox(folder, { clock, log });
  onTestFinished(() => own.close());
  return { line, inbox: inboxWhileAway(shared, own) };
}

describeInbox('PostgreSQL and files beside it', async (clock) => {
  const url = await postgres.newDatabase();
  const folder = await temporaryFolder();
  return async () => (await instance(url, folder, clock)).inbox;
});

describe('what Meta delivers while the database is away', () => {
  test('is kept and answered once, here and by every instance once it is back', async () => {
    const url = await postgres.newDatabase();
    const here = await instance(url, await temporaryFolder());
    const there = await instance(url, await temporaryFolder());
    here.line.isCut = true;
    expect(keysOf(await here.inbox.keep([eventOf('a'), eventOf('b')]))).toEqual(['a', 'b']);
    expect(await here.inbox.keep([eventOf('a')])).toEqual([]);
    expect(await workedOn(here.inbox)).toEqual(['a', 'b']);
    expect(await here.inbox.lastHeardAt('reader')).toEqual(new Date(start));
    here.line.isCut = false;
    expect(await here.inbox.abandoned()).toEqual([]);
    expect(keysOf(await there.inbox.keep([eventOf('a'), eventOf('b'), eventOf('c')]))).toEqual([
      'c',
    ]);
    expect(await workedOn(there.inbox)).toEqual(['c']);
  });

  test('is not answered again when the database had kept it and could not say so', async () => {
    const url = await postgres.newDatabase();
    const { inbox, line } = await instance(url, await temporaryFolder());
    await inbox.keep([eventOf('a')]);
    line.isCut = true;
    await inbox.keep([eventOf('a')]);
    expect(await workedOn(inbox)).toEqual(['a']);
    line.isCut = false;
    expect(await inbox.abandoned()).toEqual([]);
    expect(await workedOn(inbox)).toEqual([]);
  });

  test('is answered by the next process on the folder when this one ends before it could', async () => {
    const url = await postgres.newDatabase();
    const folder = await temporaryFolder();
    const { inbox, line } = await instance(url, folder);
    line.isCut = true;
    await inbox.keep([eventOf('a', 'anna')]);
    const next = await instance(url, folder);
    expect(await next.inbox.abandoned()).toEqual(['anna']);
    expect(await workedOn(next.inbox, 'anna')).toEqual(['a']);
  });

  test('waits for nothing: what was kept before is answered when the database is back', async () => {
    const { inbox, line } = await instance(await postgres.newDatabase(), await temporaryFolder());
    await inbox.keep([eventOf('before')]);
    line.isCut = true;
    await inbox.keep([eventOf('meanwhile')]);
    expect(await workedOn(inbox)).toEqual(['meanwhile']);
    expect(await inbox.abandoned()).toEqual([]);
    line.isCut = false;
    expect(await inbox.abandoned()).toEqual(['reader']);
    expect(await workedOn(inbox)).toEqual(['before']);
  });

  test('is answered, too, when the database goes away under whoever took it over', async () => {
    const { inbox, line } = await instance(await postgres.newDatabase(), await temporaryFolder());
    const rig = await startMessengerRig({
      inbox: {
        ...inbox,
        work: (userId, answer) =>
          inbox.work(userId, (waiting) => {
            line.isCut = true;
            return answer({ ...waiting, takeovers: 1 });
          }),
      },
    });
    onTestFinished(() => rig.close());
    await rig.deliver(textEvent('anna', rig.now(), 'anna-1', 'hej'));
    await rig.channel.idle();
    expect(rig.graph.textsTo('anna')).toEqual(['echo: hej']);
  });

  test('is refused when any other failure keeps it from being kept', async () => {
    const own = await openFileInbox(await temporaryFolder(), { clock: atStart, log });
    onTestFinished(() => own.close());
    const broken = { ...own, keep: () => Promise.reject(new Error('broken')) };
    const inbox = inboxWhileAway({ ...broken, noteAnswered: () => Promise.resolve() }, own);
    await expect(inbox.keep([eventOf('a')])).rejects.toThrow('broken');
  });
});
