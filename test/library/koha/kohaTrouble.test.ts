import { describe, expect, test } from 'vitest';
import type { Trouble } from './support/fakeKoha.ts';
import { cardOf, kohaDesk, type KohaDesk } from './support/kohaDesk.ts';
import { kohaReaders } from './support/kohaReaders.ts';

const { inOrder, inDebt } = kohaReaders;
const signIn = ({ accounts }: KohaDesk) =>
  accounts.authenticate(inOrder.cardnumber, inOrder.password);
const factsOf = async ({ accounts }: KohaDesk) =>
  Object.values(await accounts.facts(cardOf(inOrder))).map(({ known }) => known);

describe('a Koha in trouble', () => {
  test.each<Trouble>(['silent', 'restarting', 'othersRecords', 'nonsense', 'noPermission'])(
    'refuses nobody and tells nothing: %s',
    async (trouble) => {
      const desk = await kohaDesk({}, [], 150);
      desk.koha.trouble = trouble;
      expect(await signIn(desk)).toEqual({ outcome: 'unavailable' });
      expect(await factsOf(desk)).toEqual([false, false, false, false]);
    },
  );

  test('never mixes two readers when it answers about the wrong one', async () => {
    const desk = await kohaDesk({ keepsLoanHistory: true });
    desk.koha.troubleAt = '/checkouts';
    desk.koha.trouble = 'othersRecords';
    const facts = await desk.accounts.facts(cardOf(inDebt));
    expect(facts).toMatchObject({
      balance: { known: true, value: 1250 },
      loansThisYear: { known: false },
      overdueItems: { known: false },
    });
  });

  test('is left alone after three silent answers, and asked again later', async () => {
    const desk = await kohaDesk({}, [], 100);
    desk.koha.trouble = 'silent';
    for (let time = 0; time < 3; time += 1) await signIn(desk);
    const asked = desk.koha.requests.length;
    expect(await signIn(desk)).toEqual({ outcome: 'unavailable' });
    expect(desk.koha.requests).toHaveLength(asked);

    desk.koha.trouble = 'none';
    desk.wait(10_001);
    expect(await signIn(desk)).toMatchObject({ outcome: 'authenticated' });
    expect(await factsOf(desk)).toEqual([true, true, true, true]);
  });

  test('is not listened to without end: an answer of 16 MB is the largest', async () => {
    const desk = await kohaDesk({}, [], 8_000);
    desk.koha.troubleAt = '/account';
    desk.koha.trouble = 'nonsense';
    const balanceAfter = async (bytes: number) => {
      const filling = 'x'.repeat(bytes - JSON.stringify({ balance: 3, filling: '' }).length);
      desk.koha.nonsense = { status: 200, body: { balance: 3, filling } };
      return (await desk.accounts.facts(cardOf(inOrder))).balance;
    };
    expect(await balanceAfter(16_000_000)).toMatchObject({ known: true, value: 300 });
    expect(await balanceAfter(16_000_001)).toEqual({ known: false });
  });

  test('gets a new token after a restart, without the reader noticing', async () => {
    const desk = await kohaDesk();
    await signIn(desk);
    desk.koha.forgetTokens();
    expect(await signIn(desk)).toMatchObject({ outcome: 'authenticated' });
  });

  test('asks for one token only, however many readers come at once', async () => {
    const desk = await kohaDesk();
    await Promise.all(Array.from({ length: 20 }, () => signIn(desk)));
    expect(desk.koha.requests.filter((one) => one === 'POST /oauth/token')).toHaveLength(1);
  });

  test('says so to /health, which everybody may ask, with few questions to Koha', async () => {
    const desk = await kohaDesk({}, [], 100);
    await Promise.all(Array.from({ length: 50 }, () => desk.accounts.isAvailable()));
    expect(desk.koha.requests.filter((one) => one === 'GET /libraries')).toHaveLength(1);
    desk.koha.trouble = 'restarting';
    desk.wait(5_001);
    expect(await desk.accounts.isAvailable()).toBe(false);
  });
});

describe('who may sign in to Koha', () => {
  test('is a reader with the login name too, under the number of the card', async () => {
    const { accounts } = await kohaDesk();
    expect(await accounts.authenticate('ewa', inOrder.password)).toEqual({
      outcome: 'authenticated',
      card: inOrder.cardnumber,
    });
  });

  test.each([
    ['expired', { expiry_date: '2026-11-23' }],
    ['lost', { patron_card_lost: true }],
  ])('is nobody with a card that is %s', async (_, state) => {
    const patron = { ...inOrder, patron_id: 91, cardnumber: '91', userid: 'x', ...state };
    const { accounts } = await kohaDesk({}, [patron]);
    expect(await accounts.authenticate('91', inOrder.password)).toEqual({ outcome: 'refused' });
  });

  test('is a reader on the last day of the card', async () => {
    const patron = { ...inOrder, patron_id: 91, cardnumber: '91', userid: 'x' };
    const { accounts } = await kohaDesk({}, [{ ...patron, expiry_date: '2026-11-24' }]);
    expect(await accounts.authenticate('91', inOrder.password)).toMatchObject({
      outcome: 'authenticated',
    });
  });
});

describe('the check of a Koha at start', () => {
  test('finds nothing amiss with one that offers all we ask', async () => {
    const { accounts } = await kohaDesk();
    expect(await accounts.inspect()).toEqual([]);
  });

  test('names what an older one lacks, and what that costs', async () => {
    const { koha, accounts } = await kohaDesk();
    koha.isOld = true;
    const problems = await accounts.inspect();
    expect(problems).toMatchObject([{ code: 'KOHA_VERSION' }]);
    expect(problems[0]?.message).toContain('checked_in');
  });

  test.each<[Trouble, string]>([
    ['restarting', 'KOHA_UNREACHABLE'],
    ['nonsense', 'KOHA_ANSWER'],
    ['noPermission', 'KOHA_PERMISSION'],
  ])('says what is wrong with one that is %s', async (trouble, code) => {
    const { koha, accounts } = await kohaDesk();
    koha.trouble = trouble;
    expect(await accounts.inspect()).toMatchObject([{ code }]);
  });

  test('tells a wrong secret from a Koha that is down, and never shows it', async () => {
    const { koha, accounts } = await kohaDesk();
    Object.assign(koha, { clientSecret: 'another' });
    const [problem] = await accounts.inspect();
    expect(problem).toMatchObject({ code: 'KOHA_CREDENTIALS' });
    expect(JSON.stringify(problem)).not.toContain('bot-secret');
  });
});
