import { dayOf } from '../../rules/index.ts';
import { nothingKnown } from '../nothingKnown.ts';
import type {
  Authentication,
  CardNumber,
  ReaderAccounts,
  SystemInspection,
} from '../readerAccounts.ts';
import { readAnswer, validated, type KohaPatron } from './kohaAnswers.ts';
import { kohaClient } from './kohaClient.ts';
import { kohaSystem } from './kohaFacts.ts';
import type { KohaOptions } from './kohaOptions.ts';
import { inspectKoha } from './inspectKoha.ts';
import { factsOf, patronById, patronOf } from './readKoha.ts';

/** The accounts of a Koha, and what its own description says it can tell. */
export type Koha = ReaderAccounts & Omit<SystemInspection, 'remarks'>;

/** Longer than any card number or password a reader has. */
const longest = 256;
const control = /\p{Cc}/u;
/** How long `isAvailable` believes its last answer, in milliseconds: anybody may ask `/health`. */
const healthKeptMs = 5_000;

/** Readers' accounts in Koha, over its REST API. Asks nothing until it is asked. */
export function openKoha(options: KohaOptions): Koha {
  const koha = kohaClient(options);
  const { clock } = options;
  let isOpen = true;
  let health: { readonly at: number; readonly isUp: Promise<boolean> } | null = null;

  async function check(card: string, password: string): Promise<Authentication> {
    const answer = await koha.post('/auth/password/validation', { identifier: card, password });
    // Also a locked account and an expired password.
    if (answer.status === 400) return { outcome: 'refused' };
    const { cardnumber, patron_id } = readAnswer(answer, 201, validated, 'a password');
    const patron = await patronById(koha, patron_id);
    const isSame = cardnumber !== null && patron.cardnumber === cardnumber;
    if (!isSame || !mayBorrow(patron)) return { outcome: 'refused' };
    // The library's own writing of it; a reader may have typed the login name.
    return { outcome: 'authenticated', card: cardnumber as CardNumber };
  }

  function mayBorrow(patron: KohaPatron): boolean {
    const { restricted, patron_card_lost: isLost, expiry_date: lastDay } = patron;
    if (restricted === true || isLost === true) return false;
    return !lastDay || lastDay >= dayOf(clock());
  }

  return {
    system: kohaSystem,
    untold: options.dataConfirmed === undefined ? ['dataConfirmedOn'] : [],
    async authenticate(card, password) {
      if (!isOpen) return { outcome: 'unavailable' };
      if (![card, password].every(isTypeable)) return { outcome: 'refused' };
      try {
        return await check(card, password);
      } catch {
        // Whatever went wrong, nobody was checked.
        return { outcome: 'unavailable' };
      }
    },

    async facts(card) {
      if (!isOpen || !isTypeable(card)) return nothingKnown;
      // Before the first question: what changes while they are answered may be missing.
      const asOf = clock();
      try {
        const patron = await patronOf(koha, card);
        return patron ? await factsOf(koha, patron, options, asOf) : nothingKnown;
      } catch {
        return nothingKnown;
      }
    },

    isAvailable() {
      if (!isOpen) return Promise.resolve(false);
      const at = clock().getTime();
      if (!health || Math.abs(at - health.at) > healthKeptMs) {
        const isUp = koha.get('/libraries', { _per_page: '1' }).then(
          ({ status }) => status === 200,
          () => false,
        );
        health = { at, isUp };
      }
      return health.isUp;
    },

    inspect: () => inspectKoha(koha, options),

    close() {
      isOpen = false;
      koha.close();
      return Promise.resolve();
    },
  };
}

/** Something a reader can have typed and Koha can mean one card or password by. */
function isTypeable(text: string): boolean {
  return text.trim() !== '' && text.length <= longest && !control.test(text);
}
