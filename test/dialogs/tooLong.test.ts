import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { spokenText } from '../../src/channels/spokenText.ts';
import { openTalk, type Talk } from '../support/conversation/talk.ts';

const chapter = 'Długa historia mojej karty i wszystkich moich książek. '.repeat(100);

describe('a message longer than the bot reads', () => {
  let talk: Talk;
  beforeEach(async () => {
    const now = '2026-12-10T10:00';
    talk = await openTalk({ now, channel: 'directline', codes: 5, unsureOf: {} });
    await talk.open();
  });
  afterEach(() => talk.close());

  test('is answered with what to do, also when a channel cut it', async () => {
    const [said, ...more] = await talk.say(spokenText(chapter));
    expect(said).toMatchObject({ id: 'root.tooLong', buttons: ['Pomoc', 'Kontakt z biblioteką'] });
    expect(said?.text).toContain('najwyżej 4000 znaków');
    expect(more).toEqual([]);
    expect(talk.unanswered()).toEqual([]);
  });

  test('leaves the open question open', async () => {
    await talk.say('pobierz kod');
    await talk.signIn('eligible');
    const said = await talk.say(chapter);
    expect(said.map(({ id }) => id)).toEqual(['root.tooLong', 'yesNo.questions.claim']);
  });

  test('is still heard when it begins with a cry for help', async () => {
    const [said] = await talk.say(`Nie chcę już żyć. ${chapter}`);
    expect(said?.id).toBe('crisis.help');
  });

  test('begins with one character more than are read', async () => {
    const [read] = await talk.say('z'.repeat(4000));
    expect(read?.id).not.toBe('root.tooLong');
    const [said] = await talk.say('z'.repeat(4001));
    expect(said?.id).toBe('root.tooLong');
  });
});
