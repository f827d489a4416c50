import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CardNumber, ReaderAccounts } from '../../src/library/index.ts';
import type { AccountFactName } from '../../src/rules/index.ts';

/** A library system to hold against the contract, with readers that it really knows. */
export type ReaderAccountsUnderTest = {
  readonly accounts: ReaderAccounts;
  /** May sign in; every fact about the card that the system can tell is known. */
  readonly reader: { readonly card: string; readonly password: string };
  /** Has this password, but may not sign in. `null` when the system cannot block a card. */
  readonly blocked: { readonly card: string; readonly password: string } | null;
  /** Who may tell facts, where that is not the system alone. */
  readonly sources?: readonly string[];
  /** Facts that no system of this kind can tell; none when left out. */
  readonly cannotTell?: readonly AccountFactName[];
  /** Ends the system behind the accounts, once these are closed. */
  readonly end?: () => Promise<void>;
};

/** What every `ReaderAccounts` must keep, whatever library system stands behind it. */
export function readerAccountsContract(
  system: string,
  open: () => Promise<ReaderAccountsUnderTest>,
): void {
  describe(`${system} as the library's accounts`, () => {
    let tested: ReaderAccountsUnderTest;

    beforeAll(async () => {
      tested = await open();
    });
    afterAll(async () => {
      await tested.accounts.close();
      await tested.end?.();
    });

    it('lets a reader in with the right password and names the card', async () => {
      const { accounts, reader } = tested;
      expect(await accounts.authenticate(reader.card, reader.password)).toEqual({
        outcome: 'authenticated',
        card: reader.card,
      });
    });

    it('answers a wrong password and an unknown card alike', async () => {
      const { accounts, reader } = tested;
      const wrong = await accounts.authenticate(reader.card, `${reader.password}x`);
      const unknown = await accounts.authenticate('0000000000', reader.password);
      expect(wrong).toEqual({ outcome: 'refused' });
      expect(unknown).toEqual(wrong);
    });

    it('refuses an empty password', async () => {
      const { accounts, reader } = tested;
      expect(await accounts.authenticate(reader.card, '')).toEqual({ outcome: 'refused' });
    });

    it('refuses a blocked card with the right password', async () => {
      const { accounts, blocked } = tested;
      if (blocked === null) return;
      expect(await accounts.authenticate(blocked.card, blocked.password)).toEqual({
        outcome: 'refused',
      });
    });

    it('never throws, whatever is typed', async () => {
      const { accounts, reader } = tested;
      const typed = ['', ' ', '\0', '|', '\r\n63', "' OR 1=1", 'zażółć', '😀', '__proto__'];
      for (const text of typed) {
        expect(await accounts.authenticate(text, text)).toEqual({ outcome: 'refused' });
        expect(await accounts.authenticate(reader.card, text)).toEqual({ outcome: 'refused' });
      }
    });

    it('tells every fact with its source and time', async () => {
      const { accounts, reader, sources = [accounts.system], cannotTell = [] } = tested;
      const facts = Object.entries(await accounts.facts(reader.card as CardNumber));
      expect(facts).toHaveLength(4);
      for (const [name, fact] of facts) {
        if (cannotTell.some((untold) => untold === name)) {
          expect(fact, name).toEqual({ known: false });
          continue;
        }
        expect(fact, name).toMatchObject({ known: true });
        expect(sources).toContain(fact.known && fact.source);
        expect(fact.known && fact.asOf).toBeInstanceOf(Date);
      }
    });

    it('knows nothing about an unknown card, and invents nothing', async () => {
      const facts = await tested.accounts.facts('0000000000' as CardNumber);
      for (const fact of Object.values(facts)) expect(fact).toEqual({ known: false });
    });

    it('says that it answers while it does', async () => {
      expect(await tested.accounts.isAvailable()).toBe(true);
    });
  });

  describe(`${system} after it was closed`, () => {
    it('is unavailable instead of refusing or throwing', async () => {
      const { accounts, reader } = await open();
      await accounts.close();
      expect(await accounts.isAvailable()).toBe(false);
      expect(await accounts.authenticate(reader.card, reader.password)).toEqual({
        outcome: 'unavailable',
      });
      for (const fact of Object.values(await accounts.facts(reader.card as CardNumber))) {
        expect(fact).toEqual({ known: false });
      }
    });
  });
}
