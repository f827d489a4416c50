import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  demoReaderList,
  demoReaders,
  openDemoOverSip2,
  type LibrarySystem,
} from '../../../src/library/index.ts';
import { temporaryFolder } from '../../storage/support/temporaryFolder.ts';

async function demoOverSip2(): Promise<LibrarySystem> {
  const system = await openDemoIn(await temporaryFolder());
  onTestFinished(() => system.accounts.close());
  return system;
}

function openDemoIn(folder: string): Promise<LibrarySystem> {
  return openDemoOverSip2({
    credentials: { koha: null },
    folder,
    clock: () => new Date('2026-11-24T10:00:00Z'),
    demo: { folder, pepper: new Uint8Array(32) },
  });
}

describe('the demo over SIP2', () => {
  it('lets every demo reader in, but for the blocked one', async () => {
    const { accounts } = await demoOverSip2();
    for (const { card, password } of demoReaderList) {
      expect(await accounts.authenticate(card, password)).toEqual(
        card === demoReaders.blocked.card
          ? { outcome: 'refused' }
          : { outcome: 'authenticated', card },
      );
    }
  });

  it('tells debts and overdue items from SIP2, and the rest from the demo', async () => {
    const { accounts } = await demoOverSip2();
    const { severalReasons, cannotTell } = demoReaders;
    expect(await accounts.facts(severalReasons.card)).toMatchObject({
      balance: { value: 800, source: 'sip2' },
      overdueItems: { value: 3, source: 'sip2' },
      loansThisYear: { value: 4, source: 'demo' },
      dataConfirmedOn: { value: null, source: 'demo' },
    });
    expect(await accounts.facts(cannotTell.card)).toMatchObject({
      balance: { value: 0, source: 'sip2' },
      loansThisYear: { known: false },
    });
  });

  it('leaves no server behind when it cannot be opened', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'demo-library.json'), '{}');
    const servers = () =>
      process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;
    const before = servers();
    await expect(openDemoIn(folder)).rejects.toThrow('damaged');
    await expect.poll(servers).toBe(before);
  });

  it('has nothing amiss', async () => {
    expect(await (await demoOverSip2()).inspect()).toEqual([]);
  });
});
