import type { RecordLosses } from '../storage/index.ts';

const untilPowerCut: RecordLosses = { outlives: 'endOfProcess' };

/**
 * Records that cost no flush, because thousands of readers sign in within minutes of a release, and a
 * disk flushes some hundred times a second. A power cut may take the last of them: a reader opens the
 * chat anew or asks for another link, and a guess at a password is not counted. Sessions, spent links
 * and all that concerns codes are flushed.
 */
const losses: Readonly<Record<string, RecordLosses>> = {
  directline: untilPowerCut,
  'draw-waiting': untilPowerCut,
  'signin-tickets': untilPowerCut,
  'signin-links': untilPowerCut,
  'signin-account-failures': untilPowerCut,
  'signin-address-failures': untilPowerCut,
  'signin-overall-failures': untilPowerCut,
  // Which browser opened a chat: written before the first word, so neither a full disk nor a database that
  // is away must stop it.
  'signin-browsers': { ...untilPowerCut, unwritable: 'keep' },
  // Who may open a stream, within the next minute.
  'directline-tickets': { ...untilPowerCut, unwritable: 'keep' },
};

/** What may happen to the records of that name. */
export function lossesOf(name: string): RecordLosses {
  return losses[name] ?? {};
}
