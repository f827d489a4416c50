import { expect, test } from 'vitest';
import { openPostgresLedger } from '../../src/codes/index.ts';
import { month } from '../../src/rules/index.ts';
import { openServerSecret } from '../../src/storage/index.ts';
import { openStaffOperations } from '../../src/staff/openStaffOperations.ts';
import type { StaffContext } from '../../src/staff/staffContext.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';
import { connected, postgresForTests } from '../support/postgres/testDatabase.ts';

const postgres = postgresForTests();
const now = new Date('2026-12-10T08:00:00Z');
const serverSecret = { current: '0123456789abcdef0123456789abcdef', previous: null };

test('staff work on the database beside a running instance, which sees it at once', async () => {
  const url = await postgres.newDatabase();
  const folder = await temporaryFolder();
  const secret = await openServerSecret(folder, serverSecret);
  const database = await connected(url);
  const [auditKey] = secret.deriveKeys('audit');
  const bot = await openPostgresLedger({ database, clock: () => now, auditKey });
  await bot.importPool(month('2026-12'), ['D-1', 'D-2'], now, 'staff');

  // What these commands do not use is left out.
  const context = {
    dataFolder: `${folder}/none`,
    database: { url, kind: 'demo' },
    serverSecret,
    clock: () => now,
    policies: [],
  } as unknown as StaffContext;
  const { operations, data, close } = await openStaffOperations(context, () => undefined);
  await operations.setRelease(month('2026-12'), '2026-12-11' as never, '09:30');
  expect(await data.verifyAudit()).toMatchObject([{ differences: [] }]);
  await close();
  expect(await bot.schedule()).toEqual(new Map([['2026-12', new Date('2026-12-11T08:30:00Z')]]));
  await bot.close();
});
