import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadTexts } from '../../src/text/index.ts';
import { chatWords } from '../../src/web/chatWords.ts';

const stock = (language: string): Record<string, string> =>
  JSON.parse(
    readFileSync(`node_modules/botframework-webchat-api/lib/localization/${language}.json`, 'utf8'),
  ) as Record<string, string>;

const english = stock('en-US');
const polish = stock('pl-PL');
const { webChat } = chatWords(loadTexts('locales/pl').say, 'dowolna filia');

describe("Web Chat's own words", () => {
  test('every one of them is Polish', () => {
    const names = Object.keys(english).filter((name) => !name.startsWith('_'));
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => !webChat[name] && !polish[name])).toEqual([]);
  });

  test('we replace only words that exist', () => {
    expect(Object.keys(webChat).filter((name) => !(name in english))).toEqual([]);
  });

  test('our words have the same places for values as the original', () => {
    const places = (text: string): string[] => text.match(/\$\d|\[RETRY\]/g) ?? [];
    const named = new Set([
      'ACTIVITY_BOT_SAID_ALT',
      'TYPING_INDICATOR_SINGLE_TEXT',
      'TYPING_INDICATOR_MULTIPLE_TEXT',
    ]);
    const wrong = Object.entries(webChat)
      // There is one assistant: these leave its name out.
      .filter(([name]) => !named.has(name))
      .filter(([name, text]) => places(text).join() !== places(english[name] ?? '').join());
    expect(wrong).toEqual([]);
  });
});
