import { afterEach, describe, test } from 'vitest';
import { checks } from '../../support/directLineChecks.ts';
import { endPageClients } from '../../support/directLineJs.ts';
import { openWorld, type World } from '../../support/directLineWorld.ts';

let world: World | undefined;

afterEach(async () => {
  endPageClients();
  await world?.close();
  world = undefined;
});

describe('Direct Line, to the letter', () => {
  test.each(Object.entries(checks))('%s', async (_name, check) => {
    world = await openWorld();
    await check(world);
  });
});
