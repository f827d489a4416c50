import { describe, expect, test } from 'vitest';
import type { ChannelDriver } from '../support/channels/channelDriver.ts';
import { ask, startWholeLibrary } from '../support/wholeLibrary.ts';

const questions = [
  ['na ilu urządzeniach mogę czytać?', 'dwóch urządzeń'],
  ['ile jest kodów?', '410'],
  ['kiedy będą kody?', '10 grudnia 2026'],
  ['jak długo ważny jest kod?', '30 dni'],
] as const;

/** Longer than the test takes: whoever waits for the system, waits until it is well again. */
const patienceMs = 60_000;

describe.each([
  // As many as there are connections.
  { system: 'SIP2', callsUnderWay: 2 },
  { system: 'Koha', callsUnderWay: 3 },
] as const)('while a library system, $system, hangs', ({ system, callsUnderWay }) => {
  test('the FAQ asks it nothing and waits for nothing, signed in or not', async () => {
    const library = await startWholeLibrary(system, patienceMs);
    const signedIn = await library.reader(0);
    const stranger = await library.stranger();
    const stuck = [await library.reader(1), await library.reader(2), await library.reader(3)];

    await library.become('hanging');
    const before = library.calls();
    const pending = new Set(stuck);
    const checks = stuck.map(async (reader) => {
      const verdict = await ask(reader, 'testuj pobieranie');
      pending.delete(reader);
      return verdict;
    });
    while (library.calls() < before + callsUnderWay) await letOthersWork();

    for (const reader of [signedIn, stranger]) await askAll(reader);
    // A chat that opens only now is greeted, too.
    await askAll(await library.stranger());
    expect(library.calls()).toBe(before + callsUnderWay);
    expect(pending.size).toBe(stuck.length);

    await library.become('well');
    for (const verdict of await Promise.all(checks)) expect(verdict).toMatch(/kod/);
  });
});

async function askAll(reader: ChannelDriver): Promise<void> {
  for (const [question, piece] of questions) expect(await ask(reader, question)).toContain(piece);
}

function letOthersWork(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
