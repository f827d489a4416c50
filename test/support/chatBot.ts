import type { Activity } from 'botbuilder';
import type { RunTurn } from '../../src/channels/channel.ts';

const buttons = ['Testuj pobieranie', 'Pobierz kod', 'Przypomnij kod', 'Kiedy kody?', 'Pomoc'];

function message(text: string, more: Partial<Activity> = {}): Partial<Activity> {
  return { type: 'message', text, textFormat: 'plain', ...more };
}

function suggest(...titles: string[]): Pick<Activity, 'suggestedActions'> {
  const actions = titles.map((title) => ({ type: 'imBack', title, value: title }));
  return { suggestedActions: { to: [], actions } };
}

export const chatBotCode = { grouped: 'WXYZ 7K3M 9QPR', plain: 'WXYZ7K3M9QPR' };

/** What the real bot could say, in every shape the window has to draw. */
const answers: Readonly<Record<string, readonly Partial<Activity>[]>> = {
  'kiedy będą kody?': [
    message(
      'Kody na grudzień rozdajemy od 10 grudnia 2026 r. (czwartek), od godziny 9:00.\nW tym miesiącu zostały jeszcze 22 z 410 kodów.\n\nHarmonogram jest tutaj: https://www.biblioteka.example/legimi/harmonogram.',
      suggest(...buttons),
    ),
  ],
  'pobierz kod': [
    {
      type: 'message',
      textFormat: 'plain',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.hero',
          content: {
            text: 'Zaloguj się na naszej stronie tak samo jak na swoje konto biblioteczne. Na stronie zobaczysz liczbę 47. Jeśli jest inna, nie loguj się.',
            buttons: [
              { type: 'openUrl', title: 'Zaloguj się', value: 'https://biblioteka.example/login' },
            ],
          },
        },
      ],
      ...suggest('Nowy link', 'Anuluj'),
    },
  ],
  kod: [
    message(
      `Oto Twój kod na listopad 2026:\n${chatBotCode.grouped}\n\n• Aktywuj go do 30 listopada 2026 r. (poniedziałek): https://legimi.pl/pomorskie\n• Czytasz 30 dni od aktywacji, na 2 urządzeniach jednocześnie.\n\nKod pokażę jeszcze raz, gdy wybierzesz „Przypomnij kod”.`,
      { channelData: { code: chatBotCode }, ...suggest(...buttons) },
    ),
  ],
  wyloguj: [{ type: 'event', name: 'signedOut' }],
  '<b>x</b>': [message('<img src=x onerror=alert(1)> **nie** [link](javascript:alert(1))')],
};

/** Greets, answers from the list above, and repeats anything else. */
export const chatBot: RunTurn = async (context) => {
  const { activity } = context;
  if (activity.type === 'conversationUpdate') {
    if (!activity.membersAdded?.some(({ id }) => id !== activity.recipient.id)) return;
    await context.sendActivity(
      message(
        'Dzień dobry! Tu automatyczny asystent biblioteki. Nie jestem człowiekiem.\nPomagam w sprawie kodów do Legimi: odpowiadam na pytania, sprawdzam, czy możesz dostać kod, wydaję go i przypominam.\n\nWolisz rozmowę z człowiekiem? Napisz „kontakt”.',
        suggest(...buttons),
      ),
    );
  }
  if (activity.name === 'signedIn') {
    await context.sendActivity(message('Zalogowano: karta …1001.'));
  }
  if (activity.type !== 'message') return;
  const text = activity.text ?? '';
  if (text === 'powoli') {
    await context.sendActivities([{ type: 'typing' }, { type: 'delay', value: 1500 }]);
  }
  for (const answer of answers[text.toLowerCase()] ?? [message(`Echo: ${text}`)]) {
    await context.sendActivity(answer);
  }
};
