import { describe, expect, it } from 'vitest';
import { servedPatron, type CardNumber } from '../../../src/library/index.ts';
import { amountOf } from '../../../src/library/sip2/amountOf.ts';
import { noon, reader, sip2Accounts, sip2Server } from './sip2World.ts';

const card = '200100002' as CardNumber;
const unknown = { known: false };
const known = (value: unknown) => ({ known: true, value, source: 'sip2', asOf: noon });

describe('signing in through SIP2', () => {
  it('needs a known card and the right password', async () => {
    const accounts = sip2Accounts(await sip2Server());
    expect(await accounts.authenticate(card, 'haslo2')).toEqual({ outcome: 'authenticated', card });
    expect(await accounts.authenticate(card, 'Haslo2')).toEqual({ outcome: 'refused' });
  });

  it('sends nothing for an empty password, a strange card, or text that ends a field', async () => {
    const server = await sip2Server();
    const accounts = sip2Accounts(server);
    const typed: [string, string][] = [
      [card, ''],
      ['', 'haslo2'],
      ['20010 0002', 'haslo2'],
      ['200100002|AAother', 'haslo2'],
      [card, 'x|\r6300020261122    112412          AO|AA200100003|'],
      [card, 'haslo2\0'],
    ];
    for (const [one, password] of typed) {
      expect(await accounts.authenticate(one, password)).toEqual({ outcome: 'refused' });
    }
    expect(server.connections).toBe(0);
  });

  it('refuses a card without a password, which the system opens with any', async () => {
    const server = await sip2Server({ patrons: [{ ...reader, password: null }] });
    expect(await sip2Accounts(server).authenticate(card, 'guess')).toEqual({ outcome: 'refused' });
    const trusting = sip2Accounts(server, { refuseWithoutPassword: false });
    expect((await trusting.authenticate(card, 'guess')).outcome).toBe('authenticated');
  });

  it('refuses when the answer says nothing about the password', async () => {
    // Without AD the system leaves CQ out; here it loses it.
    const server = await sip2Server({ patrons: [{ ...reader, more: 'CQ|' }] });
    expect(await sip2Accounts(server).authenticate(card, 'haslo2')).toEqual({ outcome: 'refused' });
  });

  it('is not fooled by a reader who wrote fields into the address', async () => {
    const address = 'ul. D\u0142uga 1|CQY|BV0.00|AA200100002';
    const server = await sip2Server({ patrons: [{ ...reader, address }] });
    const accounts = sip2Accounts(server, { absentBalance: 'zero' });
    expect(await accounts.authenticate(card, 'wrong')).toEqual({ outcome: 'refused' });
    expect((await accounts.facts(card)).balance).toEqual(unknown);
  });

  it('knows one reader by one key, however the card is typed', async () => {
    const server = await sip2Server({ patrons: [{ ...reader, card: 'AB12' }] });
    const accounts = sip2Accounts(server);
    for (const typed of ['AB12', 'ab12', ' Ab12 ']) {
      expect(await accounts.authenticate(typed, 'haslo2')).toEqual({
        outcome: 'authenticated',
        card: 'AB12',
      });
    }
  });

  it('lets a reader in who is denied loans because of a debt, to hear of it', async () => {
    const blocked = { ...reader, isBlocked: true };
    const indebted = await sip2Server({ patrons: [blocked] });
    expect((await sip2Accounts(indebted).authenticate(card, 'haslo2')).outcome).toBe(
      'authenticated',
    );
    const server = await sip2Server({ patrons: [{ ...blocked, balance: '0.00', fines: 0 }] });
    expect((await sip2Accounts(server).authenticate(card, 'haslo2')).outcome).toBe('refused');
    const lenient = sip2Accounts(server, { refuseBlocked: false });
    expect((await lenient.authenticate(card, 'haslo2')).outcome).toBe('authenticated');
  });

  it('refuses an expired card from the day after', async () => {
    const server = await sip2Server({ patrons: [{ ...reader, expires: '20261121' }] });
    expect((await sip2Accounts(server).authenticate(card, 'haslo2')).outcome).toBe('refused');
    const today = await sip2Server({ patrons: [{ ...reader, expires: '20261122' }] });
    expect((await sip2Accounts(today).authenticate(card, 'haslo2')).outcome).toBe('authenticated');
  });

  it('is unavailable, not refused, when the system is down or silent', async () => {
    const server = await sip2Server({ behaviour: { answering: 'silent' } });
    const accounts = sip2Accounts(server, { readMs: 20 });
    expect(await accounts.authenticate(card, 'haslo2')).toEqual({ outcome: 'unavailable' });
    expect(await accounts.isAvailable()).toBe(false);
    expect(Object.values(await accounts.facts(card))).toEqual([unknown, unknown, unknown, unknown]);
  });

  it('refuses when the system answers about somebody else', async () => {
    const other = servedPatron({ card: '2', password: 'haslo2' });
    const server = await sip2Server({
      patrons: [reader, other],
      behaviour: { answersAbout: '2' },
    });
    const accounts = sip2Accounts(server);
    expect(await accounts.authenticate(card, 'haslo2')).toEqual({ outcome: 'refused' });
    expect(Object.values(await accounts.facts(card))).toEqual([unknown, unknown, unknown, unknown]);
  });

  it('tells the operator of failures without card and password', async () => {
    const notices: string[] = [];
    const server = await sip2Server({ behaviour: { answering: 'silent' } });
    const onNotice = (notice: unknown) =>
      void notices.push(notice instanceof Error ? `${notice.stack}` : String(notice));
    await sip2Accounts(server, { readMs: 20 }, { onNotice }).authenticate(card, 'haslo2');
    expect(notices.join()).toContain('did not answer within 20 ms');
    expect(notices.join()).not.toMatch(/200100002|haslo2/);
  });
});

describe('facts through SIP2', () => {
  const factsOf = async (
    differences: Partial<typeof reader>,
    settings: Parameters<typeof sip2Accounts>[1] = {},
  ) => {
    const server = await sip2Server({ patrons: [{ ...reader, ...differences }] });
    return sip2Accounts(server, settings).facts(card);
  };

  it('are debts and overdue items, with source and time, and never loans of this year', async () => {
    expect(await factsOf({ overdue: 2, charged: 5 })).toEqual({
      balance: known(1250),
      overdueItems: known(2),
      loansThisYear: unknown,
      dataConfirmedOn: unknown,
    });
  });

  it('leave a count that the system does not keep unknown', async () => {
    expect((await factsOf({ overdue: null })).overdueItems).toEqual(unknown);
  });

  it.each([
    ['zeroWithoutFines', 0, known(0)],
    ['zeroWithoutFines', 1, unknown],
    ['zeroWithoutFines', null, unknown],
    ['zero', null, known(0)],
    ['zero', 2, unknown],
    ['unknown', 0, unknown],
  ] as const)('without BV, "%s" and %s fines', async (absentBalance, fines, balance) => {
    expect((await factsOf({ balance: null, fines }, { absentBalance })).balance).toEqual(balance);
  });

  it('of a debt in another currency are unknown', async () => {
    expect((await factsOf({}, { currency: 'EUR' })).balance).toEqual(unknown);
  });

  it.each([
    ['20271122', 12, '2026-11-22'],
    ['20271231', 12, '2026-11-22'],
    ['20270228', 12, '2026-02-28'],
    ['20280229', 24, '2026-02-28'],
    ['20260110', 12, '2025-01-10'],
    ['99991231', 12, null],
    ['', 12, null],
  ])('with cards extended at confirmation: %s and %i months', async (expires, months, day) => {
    const { dataConfirmedOn } = await factsOf({ expires }, { monthsConfirmed: months });
    expect(dataConfirmedOn).toEqual(day === null ? unknown : known(day));
  });

  it.each([
    ['12.50', 1250],
    ['12,5', 1250],
    [' 7 ', 700],
    ['-3.00', -300],
    ['-0.00', 0],
    ['0.29', 29],
    ['12.500000', 1250],
    ['1,250', null],
    ['1 250,00', null],
    ['PLN 5', null],
    ['', null],
    ['1e3', null],
  ])('read the amount %j as %s grosze', (text, grosze) => {
    expect(amountOf(text)).toBe(grosze);
  });
});
