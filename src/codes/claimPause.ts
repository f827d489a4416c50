import type { Clock } from '../clock.ts';
import { isDatabaseAway, type KeyedRecords } from '../storage/index.ts';
import type { CodeLedger } from './codeLedger.ts';
import { LedgerError } from './ledgerError.ts';

/** Staff stopped the giving of codes. Whoever holds one still sees it. */
export type Pause = {
  /** Why, and when it may go on, in staff's words to the readers. */
  readonly text: string;
  readonly since: Date;
};

/**
 * The switch with which staff stop and resume claims. It stays as it is over a restart. Its questions
 * reject with `LEDGER_UNAVAILABLE`.
 */
export type ClaimPause = {
  /** As it is now: for whoever gives codes. */
  current(): Promise<Pause | null>;
  /** As it was a second ago at most: for what readers are told. Changes made here are known at once. */
  recent(): Promise<Pause | null>;
  /** Pausing again replaces the text. */
  pause(text: string, by: string): Promise<void>;
  resume(by: string): Promise<void>;
};

export type StoredPause = { readonly text: string; readonly since: string };

export type ClaimPauseParts = {
  readonly records: Pick<KeyedRecords<StoredPause>, 'get' | 'put' | 'delete'>;
  readonly ledger: Pick<CodeLedger, 'audit'>;
  readonly clock: Clock;
};

/** The name of the records that hold the switch. */
export const pauseRecords = 'claim-pause';

const key = 'claims';
/** Staff end a pause, not time. */
const never = new Date('9999-01-01T00:00:00Z');

/** Milliseconds for which an answer will do that is only told: a crowd costs one question a second. */
const recentFor = 1_000;

/** Every change leaves a row in the audit. */
export function createClaimPause({ records, ledger, clock }: ClaimPauseParts): ClaimPause {
  let last: { readonly at: number; readonly pause: Promise<Pause | null> } | null = null;

  async function current(): Promise<Pause | null> {
    try {
      return await pauseIn(records);
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      throw new LedgerError('LEDGER_UNAVAILABLE', 'Nobody knows whether claims pause.', error);
    }
  }

  /** Whoever asks while the question is under way shares it. */
  function ask(at: number): Promise<Pause | null> {
    const asked = { at, pause: current() };
    last = asked;
    asked.pause.catch(() => {
      if (last === asked) last = null;
    });
    return asked.pause;
  }

  return {
    current,
    recent() {
      const now = clock().getTime();
      const isRecent = last !== null && now >= last.at && now - last.at < recentFor;
      return last && isRecent ? last.pause : ask(now);
    },
    async pause(text, by) {
      const at = clock();
      await records.put(key, { text, since: at.toISOString() }, never);
      last = null;
      await ledger.audit({ at, card: null, event: 'claims.paused', details: { by } });
    },
    async resume(by) {
      await records.delete(key);
      last = null;
      await ledger.audit({ at: clock(), card: null, event: 'claims.resumed', details: { by } });
    },
  };
}

/** What the switch says; `null` when claims are not paused. */
export async function pauseIn(
  records: Pick<KeyedRecords<StoredPause>, 'get'>,
): Promise<Pause | null> {
  const stored = await records.get(key);
  return stored && { text: stored.text, since: new Date(stored.since) };
}

/** Makes the switch in `to` what it is in `from`. It leaves no row in the audit. */
export async function copyPause(
  from: Pick<KeyedRecords<StoredPause>, 'get'>,
  to: Pick<KeyedRecords<StoredPause>, 'put' | 'delete'>,
): Promise<void> {
  const pause = await from.get(key);
  if (pause) await to.put(key, pause, never);
  else await to.delete(key);
}
