import type { TurnContext } from 'botbuilder';
import type { SignedInReader } from '../../src/signin/index.ts';
import { formatMoment } from '../../src/text/index.ts';
import { buttonsOf, chatOf, send } from '../conversation.ts';
import type { Next, Turn } from './journey.ts';
import type { Services } from '../services.ts';

/** Puts the reader on the list of those who wait for the draw, and says what happens next. */
export async function joinDraw(
  reader: SignedInReader,
  turn: Turn,
  services: Services,
): Promise<Next> {
  const { say } = services.texts;
  const entry = await services.eligibility.drawing.join(reader.card);
  switch (entry.outcome) {
    case 'waiting': {
      await services.tellWhenDrawn?.(turn.chat);
      const { waiting, keptMinutes } = entry;
      const values = { waiting, keptMinutes, drawAt: formatMoment(entry.drawAt) };
      const text = say('waitForDraw.waiting', values);
      await turn.reply({ id: 'waitForDraw.waiting', text });
      return { to: 'end', ending: 'waiting' };
    }
    case 'over':
      await turn.reply({
        id: 'waitForDraw.over',
        text: say('waitForDraw.over'),
        buttons: buttonsOf(services, 'action.claim'),
      });
      return { to: 'end', ending: 'expired' };
    case 'unavailable':
      await turn.reply({
        id: 'claimCode.held',
        text: say('claimCode.held'),
        buttons: buttonsOf(services, 'action.claim', 'control.human'),
      });
      return { to: 'end', ending: 'failed' };
  }
}

/** Tells a chat that waited what the draw gave to its reader, without being asked. */
export async function tellDrawn(context: TurnContext, services: Services): Promise<void> {
  const { say } = services.texts;
  const buttons = buttonsOf(services, 'action.claim');
  const reader = await services.signIn.readerOf(chatOf(context));
  const drawn = reader && (await services.eligibility.drawing.placeOf(reader.card));
  if (!drawn) {
    // The session is over: who sits there now need not know whose place it was.
    const text = say('waitForDraw.signInAgain');
    return send(context, { id: 'waitForDraw.signInAgain', text, buttons });
  }
  const { place, of, keptUntil } = drawn;
  if (keptUntil === null) {
    const text = say('waitForDraw.behind', { place, of });
    return send(context, { id: 'waitForDraw.behind', text, buttons });
  }
  const text = say('waitForDraw.kept', { place, of, keptUntil: formatMoment(keptUntil) });
  return send(context, { id: 'waitForDraw.kept', text, buttons });
}
