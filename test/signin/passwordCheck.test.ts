import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tokenOf, type TestBrowser } from './support/testBrowser.ts';
import { kowalska, mallory } from './support/testLibrary.ts';
import { chat, minute, startSignIn, type TestSignIn } from './support/testSignIn.ts';

describe('a guess at a password', () => {
  let test: TestSignIn;
  let chats = 0;

  beforeEach(async () => {
    test = await startSignIn();
  });
  afterEach(() => test.close());

  /** A form of a fresh chat, so that only what is tested limits the guesses. */
  async function freshForm(address?: string): Promise<TestBrowser> {
    const browser = test.newBrowser(address);
    const of = chat('directline', 'directline', `c-${(chats += 1)}`, `dl_${chats}`);
    await test.openChat(browser, of);
    await browser.open(await test.link(of));
    return browser;
  }

  async function fail(times: number, card = kowalska.card): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      const browser = await freshForm(`192.0.2.${time}`);
      await browser.signIn({ card, password: 'zle' });
    }
  }

  it('takes 600 to 700 milliseconds, whatever the answer', async () => {
    for (const typed of [
      kowalska,
      { ...kowalska, password: 'x' },
      { card: '999', password: 'x' },
    ]) {
      await (await freshForm()).signIn(typed);
    }
    await fail(5);
    await (await freshForm()).signIn(kowalska);
    expect(test.pauses).toHaveLength(9);
    for (const pause of test.pauses) {
      expect(pause).toBeGreaterThanOrEqual(600);
      expect(pause).toBeLessThanOrEqual(700);
    }
    expect(new Set(test.pauses).size).toBeGreaterThan(1);
  });

  it('waits only for what is missing to the floor', async () => {
    const slow = await startSignIn();
    const authenticate = slow.library.authenticate.bind(slow.library);
    Object.assign(slow.library, {
      authenticate: (card: string, password: string) => {
        slow.pass(450);
        return authenticate(card, password);
      },
    });
    const browser = slow.newBrowser();
    await slow.openChat(browser);
    await browser.open(await slow.link());
    await browser.signIn(kowalska);
    expect(slow.pauses[0]).toBeGreaterThanOrEqual(150);
    expect(slow.pauses[0]).toBeLessThanOrEqual(250);
    await slow.close();
  });

  it('is refused during the wait with the same page, even when it is right, and asks no one', async () => {
    await fail(5);
    const asked = test.library.asked();
    const during = await (await freshForm()).signIn(kowalska);
    expect(during.html).toContain('Nie udało się zalogować');
    expect(test.library.asked()).toBe(asked);
    expect(test.events.at(-1)).toMatchObject({ name: 'passwordRefused', cause: 'accountWaits' });
    test.pass(minute);
    expect((await (await freshForm()).signIn(kowalska)).html).toContain('Wróć do czatu');
  });

  it('at another account is not held up', async () => {
    await fail(5);
    expect((await (await freshForm()).signIn(mallory)).html).toContain('Wróć do czatu');
  });

  it('counts for the account however the card number is grouped', async () => {
    for (const card of ['100200', '100 200', '1 00200', '100200 ', ' 1 0 0 2 0 0']) {
      await (await freshForm(`192.0.2.${card.length}`)).signIn({ card, password: 'x' });
    }
    expect((await (await freshForm()).signIn(kowalska)).html).toContain('Nie udało się zalogować');
  });

  it('can be made again after staff has unlocked the card', async () => {
    await fail(5);
    await test.signIn.unlock(kowalska.card);
    expect((await (await freshForm()).signIn(kowalska)).html).toContain('Wróć do czatu');
  });

  it('is stopped with a page that says when, once a network has failed too often', async () => {
    const address = '198.51.100.7';
    for (let time = 0; time < 5; time += 1) {
      await (await freshForm(address)).signIn({ card: `${time}`, password: 'x' });
    }
    const stopped = await (await freshForm(address)).signIn(kowalska);
    expect(stopped.status).toBe(429);
    expect(stopped.headers.get('retry-after')).toBe('3600');
    expect(stopped.html).toContain('za 60 minut');
    const neighbour = await freshForm('198.51.100.8');
    expect((await neighbour.signIn(kowalska)).html).toContain('Wróć do czatu');
  });

  it('that is right counts for nothing: fifty readers may share an address', async () => {
    for (let time = 0; time < 50; time += 1) {
      const reader = await freshForm('198.51.100.7');
      expect((await reader.signIn(time % 2 ? kowalska : mallory)).html).toContain('Wróć do czatu');
    }
  });

  it('at a library computer leaves no card number for the next reader', async () => {
    for (const [address, isLibraryComputer] of [
      ['10.1.0.1', false],
      ['192.0.2.1', true],
    ] as const) {
      const browser = test.newBrowser(address);
      const of = chat('directline', 'directline', address, address);
      await test.openChat(browser, of, isLibraryComputer);
      await browser.open(await test.link(of));
      const again = await browser.signIn({ ...kowalska, password: 'x' });
      expect(again.html).toContain('Nie udało się zalogować');
      expect(again.html).not.toContain(kowalska.card);
    }
  });

  it('is stopped for a whole IPv6 network', async () => {
    for (let time = 0; time < 5; time += 1) {
      await (await freshForm(`2001:db8::${time}`)).signIn({ card: `${time}`, password: 'x' });
    }
    expect((await (await freshForm('2001:db8::ffff')).signIn(kowalska)).status).toBe(429);
  });

  it('made from a stopped network costs the link no try', async () => {
    const address = '198.51.100.7';
    const waiting = await freshForm(address);
    for (let time = 0; time < 5; time += 1) {
      await (await freshForm(address)).signIn({ card: `${time}`, password: 'x' });
    }
    const token = tokenOf((await waiting.open('/login')).html);
    for (let time = 0; time < 7; time += 1) {
      expect((await waiting.post('/login', { token, ...kowalska })).status).toBe(429);
    }
    expect((await waiting.open('/login')).html).toContain('id="sign-in"');
  });

  it('is slowed down for everybody when hundreds fail, and staff is told', async () => {
    for (let time = 0; time < 201; time += 1) {
      const browser = await freshForm(`192.0.${time % 256}.1`);
      await browser.signIn({ card: `none-${time}`, password: 'x' });
    }
    expect(test.logged.filter((event) => event === 'signin.underAttack')).toHaveLength(1);
    expect(test.events.filter(({ name }) => name === 'underAttack')).toHaveLength(1);
    test.pauses.length = 0;
    expect((await (await freshForm()).signIn(kowalska)).html).toContain('Wróć do czatu');
    expect(test.pauses[0]).toBe(2000);
    expect(test.pauses[1]).toBeGreaterThanOrEqual(600);
  });

  it.each(['a\u0000b', 'a\rb', 'a\n63', '\u007f', 'x'.repeat(129), 'a\u2028b'])(
    'that can be no password (%j) never reaches the library',
    async (password) => {
      const page = await (await freshForm()).signIn({ ...kowalska, password });
      expect(page.html).toContain('Nie udało się zalogować');
      const other = await (await freshForm()).signIn({ card: password, password: 'x' });
      expect(other.html).toContain('Nie udało się zalogować');
      expect(test.library.asked()).toBe(0);
    },
  );

  it('may hold any letter a person can type', async () => {
    const seen: string[] = [];
    Object.assign(test.library, {
      authenticate: (_card: string, password: string) => {
        seen.push(password);
        return Promise.resolve({ outcome: 'refused' });
      },
    });
    const typed = ['zażółć gęślą jaźń', ' spacje ', 'a+b&c=d%41', '<"\'>', '🐱‍👤', '|'];
    for (const [index, password] of typed.entries()) {
      await (await freshForm(`192.0.2.${index}`)).signIn({ card: `${index}`, password });
    }
    expect(seen).toEqual(typed);
  });
});
