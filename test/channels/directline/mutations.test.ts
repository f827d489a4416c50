import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { checks } from '../../support/directLineChecks.ts';
import { mistakes } from '../../support/directLineFaults.ts';
import { endPageClients } from '../../support/directLineJs.ts';
import { openWorld, type World } from '../../support/directLineWorld.ts';

let world: World | undefined;
const noticed: { mistake: string; 'noticed by': string; how: string }[] = [];

afterEach(async () => {
  endPageClients();
  await world?.close();
  world = undefined;
});
afterAll(() => console.table(noticed));

describe('a server mistake is noticed', () => {
  test.each(Object.entries(mistakes))('%s', async (mistake, { fault, noticedBy }) => {
    const check = checks[noticedBy];
    if (!check) throw new Error(`there is no check "${noticedBy}"`);
    world = await openWorld(fault);
    const how = await check(world).then(
      () => null,
      (error: Error) => error,
    );
    expect(how?.message, 'the check let it pass').toMatch(
      /^(expected|promise resolved|the client)/,
    );
    noticed.push({ mistake, 'noticed by': noticedBy, how: how?.message.split('\n')[0] ?? '' });
  });
});
