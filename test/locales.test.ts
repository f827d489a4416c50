import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { bare } from '../dialogs/prompts/wordings.ts';
import { compileMessage } from '../src/text/messageFormat.ts';
import { textValueNames } from '../src/text/textKeys.ts';
import { loadTexts } from '../src/text/index.ts';

const folder = 'locales/pl';
const texts = loadTexts(folder);
const sources = ['src', 'dialogs'].flatMap((place) =>
  readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('textKeys.ts'))
    .map((file) => readFileSync(join(place, file), 'utf8')),
);
const code = sources.join('\n');

/** The FAQ answers with the values of a day. */
const faqValues = {
  poolSize: 410,
  devices: 2,
  accessDays: 30,
  releaseDay: 10,
  isOpen: 'yes',
  pauseText: '',
  order: 'firstCome',
  waitingMinutes: 0,
  remaining: 22,
  month: 'listopad 2026',
  nextRelease: '10 grudnia 2026 r. (czwartek), godz. 0:00',
  daysToRelease: 16,
  activateBy: '30 listopada 2026 r. (poniedziałek)',
  codePage: 'https://legimi.wbpg.org.pl/',
  legimiPage: 'https://www.wbpg.org.pl/',
  registrationPage: 'https://legimi.pl/pomorskie',
  contactPage: 'https://www.wbpg.org.pl/',
  libraryShort: 'WiMBP w Gdańsku',
  regulation: 'Zarządzenie nr 24/2024',
};

const sentences = readdirSync(folder)
  .filter(
    (file) =>
      file.endsWith('.yml') &&
      !['concepts.yml', 'politeness.yml', 'questionWords.yml', 'bareWords.yml'].includes(file),
  )
  .flatMap((file) => flatten(file, parse(readFileSync(join(folder, file), 'utf8'))));

describe('locales', () => {
  test('the keys known to the compiler are those of the files', () => {
    const before = readFileSync('src/text/textKeys.ts', 'utf8');
    execFileSync('node', ['scripts/textKeys.mjs']);
    expect(readFileSync('src/text/textKeys.ts', 'utf8')).toBe(before);
  });

  test('every sentence is used', () => {
    const unused = Object.keys(textValueNames).filter((key) => !isMentioned(key));
    expect(unused).toEqual([]);
  });

  test('every FAQ answer can be said with the values it gets, and is short', () => {
    for (const entry of texts.faq.values()) {
      const unknown = entry.answer.valueNames.filter((name) => !(name in faqValues));
      expect(unknown, entry.id).toEqual([]);
      const answer = entry.answer.format(faqValues);
      expect(answer.length, entry.id).toBeLessThanOrEqual(700);
      expect(answer, entry.id).not.toMatch(/[{}]|undefined|NaN/);
    }
  });

  test('every follow-up of a FAQ entry is an entry', () => {
    for (const entry of texts.faq.values()) {
      expect(
        entry.followUps.filter((id) => !texts.faq.has(id)),
        entry.id,
      ).toEqual([]);
    }
  });

  test('every button fits on every channel and no two are alike', () => {
    const buttons = [...texts.faq.values(), ...texts.labels.values()].map(({ button }) => button);
    expect(buttons.filter((button) => button.length > 20)).toEqual([]);
    expect(new Set(buttons).size).toBe(buttons.length);
  });

  test.each(sentences)('$key keeps Polish typography and plain words', ({ source }) => {
    expect(source).not.toMatch(/"|''| - |\.\.\.|\t| $/m);
    expect(source).not.toMatch(
      /\b(uprzejmie|niniejszym|w\/w|celem uzyskania|dokonać|dokonaj|posiadasz|należy)\b/i,
    );
    expect(() => compileMessage(source)).not.toThrow();
  });

  test('no list of wordings or patterns has an empty entry, which would fit any message', () => {
    const lists = Object.keys(textValueNames).filter((key) =>
      matchedKeys.some((matched) => matched.test(key)),
    );
    expect(lists).toContain('signIn.refusals');
    const empty = lists.filter((key) =>
      entriesOf(sourceOf(key)).some((entry) => bare(entry) === ''),
    );
    expect(empty).toEqual([]);
  });

  test('the first words say that this is an automatic assistant and how to reach a person', () => {
    const greeting = texts.say('greet.first', { library: 'WiMBP', privacyPage: 'https://x' });
    expect(greeting).toMatch(/automatyczny asystent/);
    expect(greeting).toMatch(/Nie jestem człowiekiem/);
    expect(greeting).toMatch(/kontakt/);
    expect(greeting).toContain('https://x');
  });
});

/** The keys whose texts the code compares with what readers write; a template stands for any word. */
const matchedKeys = [
  ...code.matchAll(
    /(?:fitsPattern|isWordingOf|wordingsOf|openingsOf)\(\s*(?:\w+,\s*)?[\w.#]*say\(\s*(['`])(.+?)\1/g,
  ),
].map(
  ([, , key = '']) => new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{.+?\}/g, '\\w+')}$`),
);

function sourceOf(key: string): string {
  const [file = '', ...path] = key.split('.');
  return sentences.find((one) => one.key === [`${file}.yml`, ...path].join('.'))?.source ?? '';
}

/** The entries of a list of wordings, or of patterns as `fitsPattern` takes them. */
function entriesOf(list: string): readonly string[] {
  return list.split(/[,+|]/);
}

/** A key stands in the code as it is, or its last part is chosen by a template. */
function isMentioned(key: string): boolean {
  if (code.includes(`'${key}'`)) return true;
  const prefix = key.slice(0, key.lastIndexOf('.') + 1);
  return code.includes(`\`${prefix}$`) || code.includes(`'${prefix}`);
}

function flatten(prefix: string, tree: unknown): { key: string; source: string }[] {
  if (typeof tree === 'string') return [{ key: prefix, source: tree }];
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([name, value]) => flatten(`${prefix}.${name}`, value));
}
