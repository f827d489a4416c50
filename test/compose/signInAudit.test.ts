import { expect, test } from 'vitest';
import type { AuditRow } from '../../src/codes/index.ts';
import { signInAudit } from '../../src/compose/signInAudit.ts';
import type { CardNumber } from '../../src/library/index.ts';
import type { Chat } from '../../src/signin/index.ts';

const key = new Uint8Array(32).fill(7);
const chat: Chat = {
  ingress: 'directline',
  channelId: 'directline',
  conversationId: 'c',
  userId: 'dl_u',
};
const december = new Date('2026-12-10T08:00:00Z');
const january = new Date('2027-01-10T08:00:00Z');

async function refusal(network: string, at = december): Promise<AuditRow> {
  const rows: AuditRow[] = [];
  const write = signInAudit({ audit: (row) => Promise.resolve(void rows.push(row)) }, key);
  await write({ name: 'passwordRefused', cause: 'wrong', account: 'A', network, chat }, at);
  const [row] = rows;
  if (!row) throw new Error('no row');
  return row;
}

test.each([
  ['192.0.2.44', '192.0.0.0/16'],
  ['2001:db8:5:6::/64', '2001:db8::/32'],
])('a refusal from %s is kept as one from %s', async (network, kept) => {
  const { details } = await refusal(network);
  expect(details['network']).toBe(kept);
  expect(JSON.stringify(details)).not.toContain(network);
});

test('refusals from one place can be counted within a month and not followed into the next', async () => {
  const first = (await refusal('192.0.2.44')).details;
  const again = (await refusal('192.0.2.44')).details;
  const other = (await refusal('192.0.2.45')).details;
  const later = (await refusal('192.0.2.44', january)).details;
  expect(again).toEqual(first);
  expect(other['networkMark']).not.toBe(first['networkMark']);
  expect(later['networkMark']).not.toBe(first['networkMark']);
  expect(later['account']).not.toBe(first['account']);
});

test('a sign-in names its card for the ledger to hash, and its channel', async () => {
  const rows: AuditRow[] = [];
  const write = signInAudit({ audit: (row) => Promise.resolve(void rows.push(row)) }, key);
  const card = '901001' as CardNumber;
  await write({ name: 'signedIn', card, chat }, december);
  expect(rows).toEqual([
    {
      at: december,
      card,
      event: 'signIn.signedIn',
      details: { channel: 'directline', ingress: 'directline' },
    },
  ]);
});
