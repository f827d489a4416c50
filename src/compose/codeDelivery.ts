import { CardFactory, type Activity } from 'botbuilder';
import type { RunTurn } from '../channels/channel.ts';
import { shownCodeOf } from './shownCode.ts';
import type { CodePages } from '../codePage/index.ts';
import type { Say } from '../text/index.ts';

/**
 * Turns of Messenger, where what was sent cannot be taken back. With pages a code never enters the
 * chat: its message has a button to a page that shows it once. Without, the message says that it stays.
 */
export function codeDeliveryTurns(
  runTurn: RunTurn,
  say: Say,
  pages: Pick<CodePages, 'create'> | null,
): RunTurn {
  async function delivered(activity: Partial<Activity>): Promise<Partial<Activity>> {
    const shown = shownCodeOf(activity);
    if (!shown) return activity;
    if (!pages)
      return { ...activity, text: `${activity.text ?? ''}\n${say('codePage.staysInHistory')}` };
    const { channelData: _secret, text = '', ...rest } = activity;
    const withoutCode = text
      .replaceAll(shown.grouped, say('codePage.inChat'))
      .replaceAll(shown.plain, say('codePage.inChat'));
    const title = say('codePage.button');
    const value = await pages.create(shown.grouped);
    const card = CardFactory.heroCard('', withoutCode, [], [{ type: 'openUrl', title, value }]);
    return { ...rest, attachments: [card], summary: withoutCode };
  }

  return (context, chat) => {
    context.onSendActivities(async (_context, activities, next) => {
      // The adapter sends what stands in this very list.
      activities.splice(0, activities.length, ...(await Promise.all(activities.map(delivered))));
      return next();
    });
    return runTurn(context, chat);
  };
}
