import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { passwordHasher } from '../../../src/library/demo/passwordHash.ts';
import { TooManyWaitingError } from '../../../src/library/demo/waitingRoom.ts';
import { demoReaders, openDemoLibrary } from '../../../src/library/index.ts';

const pepper = Buffer.alloc(32, 'pepper');
const cheap = { N: 2, r: 1, p: 1 };

describe('a kept password', () => {
  it('costs what the security rules ask for, unless a test says otherwise', async () => {
    const stored = await passwordHasher(pepper).hash('hasło');
    expect(stored.cost).toEqual({ N: 32768, r: 8, p: 3 });
    expect(Buffer.from(stored.salt, 'base64')).toHaveLength(32);
    expect(await passwordHasher(pepper).verify('hasło', stored)).toBe(true);
  });

  it('has its own salt each time', async () => {
    const hasher = passwordHasher(pepper, cheap);
    const [one, two] = await Promise.all([hasher.hash('hasło'), hasher.hash('hasło')]);
    expect(one.salt).not.toBe(two.salt);
    expect(one.hash).not.toBe(two.hash);
  });

  it('fits however the keyboard composes Polish letters, and no other text', async () => {
    const hasher = passwordHasher(pepper, cheap);
    const stored = await hasher.hash('za\u017c\u00f3\u0142\u0107');
    expect(await hasher.verify('zaz\u0307o\u0301\u0142c\u0301', stored)).toBe(true);
    expect(await hasher.verify('zazolc', stored)).toBe(false);
    expect(await hasher.verify('', stored)).toBe(false);
  });

  it('is worthless without the pepper', async () => {
    const stored = await passwordHasher(pepper, cheap).hash('hasło');
    const thief = passwordHasher(Buffer.alloc(32, 'guess'), cheap);
    expect(await thief.verify('hasło', stored)).toBe(false);
  });

  it('is compared even for a card that nobody has, and never fits', async () => {
    const hasher = passwordHasher(pepper);
    const started = performance.now();
    expect(await hasher.verify('hasło', null)).toBe(false);
    // Far below the 0.2 s of the real work, far above an answer without work.
    expect(performance.now() - started).toBeGreaterThan(20);
  });

  it('is not checked when twenty wait already: two run, twenty wait, the rest is told', async () => {
    const hasher = passwordHasher(pepper, cheap);
    const answers = await Promise.allSettled(
      Array.from({ length: 24 }, () => hasher.verify('hasło', null)),
    );
    const errors = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(errors).toHaveLength(2);
    for (const error of errors) expect(error).toBeInstanceOf(TooManyWaitingError);
  });

  it('that cannot be checked now makes the library unavailable, not refusing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'demo-library-'));
    const library = await openDemoLibrary(
      { folder, clock: () => new Date('2026-11-22T10:00:00Z'), pepper },
      passwordHasher(pepper, cheap),
    );
    const { card, password } = demoReaders.eligible;
    await library.authenticate(card, password);
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => library.authenticate(card, 'wrong')),
    );
    const outcomes = new Set(answers.map(({ outcome }) => outcome));
    expect(outcomes).toEqual(new Set(['refused', 'unavailable']));
    await library.close();
  });
});
