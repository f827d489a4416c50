import type { Step } from './story.ts';
import type { Said, Talk } from './talk.ts';

/** Lets a step of a story happen; returns what the bot said. */
export async function takeStep(step: Step, talk: Talk): Promise<Said[]> {
  if ('reader' in step) return talk.say(step.reader);
  if ('opens' in step) return talk.open();
  if ('signsIn' in step) return talk.signIn(step.signsIn);
  if ('seesDigits' in step) {
    talk.showDigits(step.seesDigits);
    return [];
  }
  if ('passes' in step) {
    talk.pass(milliseconds(step.passes));
    return [];
  }
  switch (step.happens) {
    case 'session ends':
      talk.endSession();
      return [];
    case 'pool is emptied':
      await talk.emptyPool();
      return [];
    case 'disk is full':
      talk.fillDisk();
      return [];
    case 'bot is upgraded':
      await talk.upgrade();
      return [];
    case 'only a picture comes':
      return talk.sendPicture();
    case 'chat is signed out':
      return talk.signOutFromPage();
    case 'staff pause claims':
      talk.pauseClaims('Wznowimy o 10:30.');
      return [];
    case 'staff resume claims':
      talk.pauseClaims(null);
      return [];
    case 'draw is held':
      return talk.holdDraw();
    case 'library stops answering':
      talk.changeAccounts('silent');
      return [];
    case 'library answers again':
      talk.changeAccounts('asSeeded');
      return [];
    case 'library lists its readers':
      talk.changeAccounts('listed');
      return [];
    case 'reader is fined':
      talk.changeAccounts('fined');
      return [];
    case 'reader settles everything':
      talk.changeAccounts('inOrder');
      return [];
    case 'code is claimed elsewhere':
      await talk.claimElsewhere();
      return [];
  }
}

function milliseconds(text: string): number {
  const [count = '0', unit = ''] = text.split(' ');
  const minutes = { minute: 1, hour: 60, day: 24 * 60 }[unit.replace(/s$/, '')];
  if (!minutes) throw new Error(`Unknown unit of time: ${unit}`);
  return Number(count) * minutes * 60_000;
}
