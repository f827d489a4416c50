import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { durableJsonFile } from '../../src/storage/index.ts';
import { openUnansweredQuestions, type UnansweredQuestions } from '../../src/unanswered/index.ts';
import { temporaryFolder } from '../storage/support/temporaryFolder.ts';

const day = 24 * 60 * 60 * 1000;
const start = new Date('2026-11-24T09:00:00Z');

describe('the list of unanswered questions', () => {
  let folder: string;
  let now: Date;
  let questions: UnansweredQuestions;
  const open = (): Promise<UnansweredQuestions> => openUnansweredQuestions(folder, () => now);
  const texts = async (): Promise<readonly string[]> =>
    (await questions.list()).map(({ text }) => text);

  beforeEach(async () => {
    folder = await temporaryFolder();
    now = start;
    questions = await open();
  });

  test('is there after a restart, without card number, e-mail, telephone and code', async () => {
    await questions.keep(
      'karta 2001 0000 2, ola@example.pl, tel. 600-700-800, kod AB12CD34, co teraz?',
    );
    await questions.close();
    questions = await open();
    expect(await questions.list()).toEqual([
      {
        number: 1,
        text: '[karta], [e-mail], tel. [telefon], kod [kod], co teraz?',
        at: start,
        isIgnored: false,
      },
    ]);
    const written = await readFile(join(folder, 'unanswered.json'), 'utf8');
    expect(written).not.toMatch(/2001|ola@|600|AB12/);
  });

  test('that was damaged begins anew and is kept aside, so that the bot starts', async () => {
    await questions.keep('kiedy kody?');
    await questions.close();
    await writeFile(join(folder, 'unanswered.json'), '{"checksum":"');
    const told: unknown[] = [];
    questions = await openUnansweredQuestions(folder, () => now, {
      onDamaged: (error) => told.push(error),
    });
    expect(told).toMatchObject([{ code: 'FILE_DAMAGED' }]);
    expect(await texts()).toEqual([]);
    expect(await readFile(join(folder, 'unanswered.json.damaged'), 'utf8')).toBe('{"checksum":"');
    await questions.keep('a dzisiaj?');
    questions = await open();
    expect(await texts()).toEqual(['a dzisiaj?']);
  });

  test.each([
    ['a card number with invisible characters', 'karta 2001\u200b0000\u200d2 gubi kod'],
    ['a card number over two lines', 'karta 2001\n0000 2 gubi kod'],
  ])('hides %s', async (_name, message) => {
    await questions.keep(message);
    expect(await texts()).toEqual(['[karta] gubi kod']);
  });

  test('keeps a message on one line that cannot command a terminal', async () => {
    await questions.keep('  kody\u0007 na\r\n\r\nświęta \u001b\u202e?\u2028 ');
    expect(await texts()).toEqual(['kody na święta ?']);
  });

  test('keeps the beginning of a long story, to a whole word', async () => {
    await questions.keep('opowiadam '.repeat(1000));
    expect(await texts()).toEqual(['opowiadam '.repeat(30).trim()]);
  });

  test('does not show the rest of a number at the place where a story is cut', async () => {
    await questions.keep(`${'a '.repeat(148)}2001 0000 2345 6789 i co`);
    expect(await texts()).toEqual(['a '.repeat(148).trim()]);
  });

  test('keeps no message of which nothing is left', async () => {
    await questions.keep(' \u200b\n ');
    expect(await texts()).toEqual([]);
  });

  test('has a thousand questions, the newest ones', async () => {
    const messages = Array.from({ length: 1005 }, (_, index) => `pytanie ${index}`);
    await Promise.all(messages.map((message) => questions.keep(message)));
    expect(await questions.list()).toHaveLength(1000);
    expect((await texts())[0]).toBe('pytanie 5');
    expect((await questions.list()).at(-1)?.number).toBe(1005);
  });

  test('never gives the number of a deleted question to another one', async () => {
    await questions.keep('pierwsze');
    await questions.keep('drugie');
    await questions.remove([2]);
    await questions.close();
    questions = await open();
    await questions.keep('trzecie');
    expect(await questions.list()).toMatchObject([
      { number: 1, text: 'pierwsze' },
      { number: 3, text: 'trzecie' },
    ]);
  });

  test('remembers what is ignored, and passes over numbers that are gone', async () => {
    await questions.keep('pierwsze');
    await questions.keep('drugie');
    await questions.ignore([2, 77]);
    await questions.remove([78]);
    await questions.close();
    questions = await open();
    expect(await questions.list()).toMatchObject([{ isIgnored: false }, { isIgnored: true }]);
  });

  test('loses questions after 90 days, also from the disk', async () => {
    await questions.keep('stare');
    now = new Date(start.getTime() + day);
    await questions.keep('nowsze');
    expect(await questions.purge(new Date(start.getTime() + 90 * day - 1))).toBe(0);
    expect(await texts()).toEqual(['stare', 'nowsze']);

    now = new Date(start.getTime() + 90 * day);
    expect(await texts()).toEqual(['nowsze']);
    expect(await questions.purge(now)).toBe(1);
    const written = await readFile(join(folder, 'unanswered.json'), 'utf8');
    expect(written).not.toContain('stare');
    expect(written).toContain('nowsze');
  });

  test('is as it was when a change cannot be written', async () => {
    await questions.keep('pierwsze');
    const obstacle = join(folder, 'unanswered.json.tmp');
    await mkdir(obstacle);
    await expect(questions.remove([1])).rejects.toThrow();
    expect(await texts()).toEqual(['pierwsze']);
    await rm(obstacle, { recursive: true });
    await questions.keep('drugie');
    expect(await texts()).toEqual(['pierwsze', 'drugie']);
  });

  test('reads the file of the first version, which had no numbers', async () => {
    const at = start.toISOString();
    const file = durableJsonFile(join(folder, 'unanswered.json'), z.unknown());
    await file.write([
      { text: 'pierwsze', at },
      { text: 'drugie', at },
    ]);
    questions = await open();
    await questions.keep('trzecie');
    expect((await questions.list()).map(({ number, text }) => [number, text])).toEqual([
      [1, 'pierwsze'],
      [2, 'drugie'],
      [3, 'trzecie'],
    ]);
  });
});
