import { CardFactory, type Activity } from 'botbuilder';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messagesOf } from '../../../src/channels/messenger/messagesOf.ts';
import { plainText } from '../../../src/channels/messenger/plainText.ts';
import { clipText, splitText } from '../../../src/channels/messenger/splitText.ts';
import { sendRequest } from '../../support/messenger/sendRules.ts';

const origin = 'https://czat.example';
const map = (activity: Partial<Activity>): readonly object[] =>
  messagesOf({ type: 'message', textFormat: 'plain', ...activity }, origin);
const buttons = (count: number, type = 'imBack') =>
  Array.from({ length: count }, (_none, index) => ({
    type,
    title: `b${index}`,
    value: `b${index}`,
  }));
const suggest = (...actions: { type: string; title: string; value: string }[]) => ({
  suggestedActions: { to: [], actions },
});

describe('a text', () => {
  test('is sent as it is, links bare', () => {
    const text = 'Aktywuj: https://legimi.pl/pomorskie\n• dwa **urządzenia**';
    expect(map({ text })).toEqual([{ message: { text } }]);
  });

  test('loses its Markdown unless it is plain', () => {
    const text =
      '# Kody\n**Kiedy?** _Dziesiątego_ o `9:00`:\n- [strona](https://x.pl/a_b_c)\n2*3*4';
    expect(messagesOf({ type: 'message', text }, origin)).toEqual([
      {
        message: { text: 'Kody\nKiedy? Dziesiątego o 9:00:\n• strona: https://x.pl/a_b_c\n2*3*4' },
      },
    ]);
    expect(plainText('snake_case_name i https://x.pl/__a__/')).toContain('snake_case_name');
  });

  test('is split at a line or a space when it is longer than 2000', () => {
    const line = `${'słowo '.repeat(60).trim()}\n`;
    const texts = map({ text: line.repeat(20) }).map((one) => JSON.stringify(one));
    expect(texts.length).toBeGreaterThan(3);
    for (const text of texts) expect(text).toMatch(/"słowo .*słowo"/s);
  });

  test('is split so that nothing is lost and no character is torn', () => {
    const piece = fc.constantFrom('a', ' ', '\n', 'ż', '👩‍👩‍👧‍👦', '🇵🇱', 'e\u0301');
    fc.assert(
      fc.property(
        fc.string({ unit: piece, maxLength: 300 }),
        fc.integer({ min: 20, max: 60 }),
        (text, limit) => {
          const pieces = splitText(text, limit);
          expect(pieces.every((one) => one.length > 0 && one.length <= limit)).toBe(true);
          expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
          const whole = new Set(graphemesOf(text));
          for (const one of pieces)
            for (const seen of graphemesOf(one)) expect(whole).toContain(seen);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('suggested actions', () => {
  test('are quick replies of the last message, the first thirteen', () => {
    const sent = map({ text: 'x '.repeat(1500), ...suggest(...buttons(15)) });
    expect(sent[0]).not.toHaveProperty('message.quick_replies');
    expect(sent.at(-1)).toMatchObject({
      message: { quick_replies: Array.from({ length: 13 }, (_n, i) => ({ payload: `b${i}` })) },
    });
  });

  test('are shortened at twenty with an ellipsis, and keep their words as payload', () => {
    const title = 'Odbierz kod Legimi na listopad';
    expect(map({ text: 'x', ...suggest({ type: 'imBack', title, value: title }) })).toEqual([
      {
        message: {
          text: 'x',
          quick_replies: [{ content_type: 'text', title: 'Odbierz kod Legimi…', payload: title }],
        },
      },
    ]);
    expect(clipText('aaaaaaaaaaaaaaaaa👩‍👩‍👧‍👦b', 20)).toBe('aaaaaaaaaaaaaaaaa…');
  });

  test('without a text are a mistake of the program', () => {
    expect(() => map({ ...suggest(...buttons(1)) })).toThrow(/suggested actions/);
  });
});

describe('a card', () => {
  test('for signing in has one button to our page, and no bare link', () => {
    const url = 'https://czat.example/login/ticket';
    const card = CardFactory.heroCard(
      '',
      'Zaloguj się.',
      [],
      [{ type: 'openUrl', title: 'Zaloguj się', value: url }],
    );
    expect(map({ attachments: [card], summary: 'Zaloguj się.' })).toEqual([
      {
        message: {
          attachment: {
            type: 'template',
            payload: {
              template_type: 'button',
              text: 'Zaloguj się.',
              buttons: [{ type: 'web_url', title: 'Zaloguj się', url }],
            },
          },
        },
      },
    ]);
  });

  test.each(['signinCard', 'oauthCard'])('of the kind %s opens its page', (kind) => {
    const button = { type: 'signin', title: 'Zaloguj', value: 'https://czat.example/login/t' };
    const attachment =
      kind === 'signinCard'
        ? CardFactory.signinCard('Zaloguj', button.value, 'Tekst')
        : {
            ...CardFactory.oauthCard('c', 'Zaloguj', 'Tekst'),
            content: { text: 'Tekst', buttons: [button] },
          };
    expect(JSON.stringify(map({ attachments: [attachment] }))).toContain(
      '"type":"web_url","title":"Zaloguj","url":"https://czat.example/login/t"',
    );
  });

  test('of 900 characters and five buttons is a text and two templates', () => {
    const text = 'słowo '.repeat(150).trim();
    const card = CardFactory.thumbnailCard('', text, [], buttons(5));
    const sent = map({ attachments: [card] });
    expect(sent.map((one) => JSON.stringify(one).match(/"b\d"/g)?.length ?? 0)).toEqual([0, 6, 4]);
    expect(sent[0]).toHaveProperty('message.text');
  });

  test('with a telephone and a word has a button of each kind', () => {
    const card = CardFactory.heroCard(
      'Kontakt',
      [],
      [
        { type: 'call', title: 'Zadzwoń', value: '+48581234567' },
        { type: 'postBack', title: 'Pomoc', value: 'Pomoc' },
      ],
    );
    const [sent] = map({ attachments: [card] });
    expect(
      sendRequest.safeParse({ recipient: { id: 'r' }, messaging_type: 'RESPONSE', ...sent }).error,
    ).toBeUndefined();
  });

  test('of the adaptive kind is its fallback text, and a mistake without one', () => {
    const actions = [{ type: 'Action.OpenUrl', title: 'Strona', url: 'https://x.pl/' }];
    const card = CardFactory.adaptiveCard({ fallbackText: 'Kody od 10 grudnia.', actions });
    expect(JSON.stringify(map({ attachments: [card] }))).toContain('Kody od 10 grudnia.');
    expect(() => map({ attachments: [CardFactory.adaptiveCard({ actions })] })).toThrow(
      /fallbackText/,
    );
  });
});

describe('other activities', () => {
  test('a picture of this server is sent, one of another place is a mistake', () => {
    const picture = (contentUrl: string) =>
      map({ attachments: [{ contentType: 'image/png', contentUrl }] });
    expect(picture('https://czat.example/mapa.png')).toEqual([
      {
        message: {
          attachment: { type: 'image', payload: { url: 'https://czat.example/mapa.png' } },
        },
      },
    ]);
    for (const foreign of [
      'https://evil.example/x.png',
      'http://czat.example/x.png',
      'data:image/png;base64,AA',
    ]) {
      expect(() => picture(foreign)).toThrow(/picture of this server/);
    }
  });

  test('typing is shown, and what only other channels understand is left out', () => {
    expect(messagesOf({ type: 'typing' }, origin)).toEqual([{ sender_action: 'typing_on' }]);
    for (const type of ['trace', 'event', 'endOfConversation', 'delay', 'conversationUpdate']) {
      expect(messagesOf({ type }, origin)).toEqual([]);
    }
  });
});

test('whatever the bot says within reason is within the limits of Messenger', () => {
  const words = fc
    .string({
      unit: fc.constantFrom('a', 'ą', ' ', '\n', '👩‍👩‍👧‍👦', '*', '_'),
      minLength: 1,
      maxLength: 3000,
    })
    .map((text) => `x${text}`);
  const action = fc.record({
    type: fc.constantFrom('imBack', 'postBack'),
    title: words.map((text) => text.slice(0, 40)),
    value: words.map((text) => text.slice(0, 40)),
  });
  fc.assert(
    fc.property(
      words,
      words,
      fc.array(action, { maxLength: 20 }),
      fc.array(action, { maxLength: 9 }),
      (text, cardText, suggested, cardButtons) => {
        const sent = messagesOf(
          {
            type: 'message',
            text,
            attachments: [CardFactory.heroCard('', cardText, [], cardButtons)],
            ...suggest(...suggested),
          },
          origin,
        );
        for (const one of sent) {
          const request = { recipient: { id: 'r' }, messaging_type: 'RESPONSE', ...one };
          expect(sendRequest.safeParse(request).error).toBeUndefined();
        }
      },
    ),
    { numRuns: 150 },
  );
});

function graphemesOf(text: string): string[] {
  return [...new Intl.Segmenter('pl').segment(text)].map(({ segment }) => segment);
}
