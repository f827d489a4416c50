import { randomBytes } from 'node:crypto';
import { dayOf } from '../../rules/index.ts';
import { nothingKnown } from '../nothingKnown.ts';
import type {
  Authentication,
  CardNumber,
  ReaderAccounts,
  SystemInspection,
} from '../readerAccounts.ts';
import { createSip2Client, type Sip2Client } from './client/sip2Client.ts';
import { clientOptions } from './clientOptions.ts';
import { inspectSip2 } from './inspectSip2.ts';
import { isBlocked } from './isBlocked.ts';
import type { PatronRecord } from './protocol/patronRecord.ts';
import { Sip2Error } from './sip2Error.ts';
import { sip2Facts, sip2System, untoldBy } from './sip2Facts.ts';
import type { Sip2Options } from './sip2Options.ts';
import { sip2Settings } from './sip2Settings.ts';

/**
 * A library system behind SIP2. Connects at the first question. Tells debts and overdue items, the day
 * of confirmation only where the library's cards allow it, and never this year's loans. Its remarks are
 * `AF` and `AG`. Throws a `ZodError` for settings that cannot be used.
 */
export function openSip2(options: Sip2Options): ReaderAccounts & SystemInspection {
  const settings = sip2Settings.parse(options.settings);
  const { clock, onNotice = () => undefined } = options;
  const client = createSip2Client(clientOptions(settings, options));
  const shape = new RegExp(`^(?:${settings.cardPattern})$`, 'u');

  /** The card as the system writes it; `null` when no card of this library looks like it. */
  function cardOf(typed: string): CardNumber | null {
    const card = settings.cardLetters === 'upper' ? typed.trim().toUpperCase() : typed.trim();
    // The library that wrote the pattern says with it what its card numbers are.
    return shape.test(card) ? (card as CardNumber) : null;
  }

  function mayEnter(record: PatronRecord): boolean {
    if (!record.isKnown || !record.isPasswordRight) return false;
    return !settings.refuseBlocked || !isBlocked(record, dayOf(clock()));
  }

  async function check(card: CardNumber, password: string): Promise<Authentication> {
    if (!mayEnter(await client.patron(card, password))) return { outcome: 'refused' };
    if (settings.refuseWithoutPassword && (await acceptsAnything(client, card))) {
      return { outcome: 'refused' };
    }
    return { outcome: 'authenticated', card };
  }

  function outcomeOf(error: unknown): Authentication {
    if (!(error instanceof Sip2Error)) throw error;
    if (error.code !== 'SIP2_UNSENDABLE' && error.code !== 'SIP2_RESTING') onNotice(error);
    // A strange card or password is the reader's affair; everything else is the system's.
    const isReaders = error.code === 'SIP2_UNSENDABLE' || error.code === 'SIP2_OTHER_READER';
    return { outcome: isReaders ? 'refused' : 'unavailable' };
  }

  return {
    system: sip2System,
    untold: untoldBy(settings),
    async authenticate(typed, password) {
      const card = cardOf(typed);
      // Systems were seen to let anybody in who gives no password at all.
      if (card === null || password === '') return { outcome: 'refused' };
      try {
        return await check(card, password);
      } catch (error) {
        return outcomeOf(error);
      }
    },
    async facts(typed) {
      const card = cardOf(typed);
      if (card === null) return nothingKnown;
      const asOf = clock();
      try {
        const record = await client.patron(card, null);
        return record.isKnown ? sip2Facts(record, settings, asOf) : nothingKnown;
      } catch (error) {
        outcomeOf(error);
        return nothingKnown;
      }
    },
    async isAvailable() {
      try {
        return (await client.status()).isOnline;
      } catch (error) {
        outcomeOf(error);
        return false;
      }
    },
    inspect: () => inspectSip2(client, settings),
    async remarks(typed) {
      const card = cardOf(typed);
      if (card === null) return [];
      try {
        return (await client.patron(card, null)).screenMessages;
      } catch (error) {
        outcomeOf(error);
        return [];
      }
    },
    close() {
      client.close();
      return Promise.resolve();
    },
  };
}

/** Whether the system takes a password that nobody chose: then the card has none. */
async function acceptsAnything(client: Sip2Client, card: CardNumber): Promise<boolean> {
  const invented = randomBytes(12).toString('hex');
  return (await client.patron(card, invented)).isPasswordRight;
}
