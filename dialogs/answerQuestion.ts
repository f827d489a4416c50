import type { TurnContext } from 'botbuilder';
import type { Outlook } from '../src/eligibility/index.ts';
import { activateBy, daysUntil, monthOf } from '../src/rules/index.ts';
import { formatDay, formatMoment, formatMonth, type TextValues } from '../src/text/index.ts';
import { buttonsOf, send } from './conversation.ts';
import type { Services } from './services.ts';

/** Answers one FAQ entry with the facts of the day and offers what readers ask next. */
export async function answerQuestion(
  context: TurnContext,
  id: string,
  services: Services,
  { withButtons = true }: { withButtons?: boolean } = {},
): Promise<void> {
  const entry = services.texts.faq.get(id);
  if (!entry) throw new Error(`FAQ_ENTRY_MISSING: locales/pl/faq has no "${id}.yml".`);
  const answer = entry.answer.format(await liveValues(services));
  const source = services.texts.say('answerQuestion.source', { source: entry.source });
  const followUps = entry.followUps.map((followUp) => `faq.${followUp}`);
  await send(context, {
    id: `faq.${id}`,
    text: `${answer}\n\n${source}`,
    ...(withButtons ? { buttons: buttonsOf(services, ...followUps, 'action.check') } : {}),
  });
}

/** The values every FAQ answer may use; `locales/pl/faq/README.md` lists them for editors. */
async function liveValues({ eligibility, library }: Services): Promise<TextValues> {
  const outlook = await eligibility.outlook();
  const { policy, pool, nextRelease, pausedText, at } = outlook;
  const month = monthOf(at);
  return {
    poolSize: policy.poolSize,
    devices: policy.devices,
    accessDays: policy.accessDays,
    releaseDay: policy.release.day,
    isOpen: openingOf(outlook),
    pauseText: pausedText ?? '',
    remaining: pool?.remaining ?? 0,
    month: formatMonth(month),
    nextRelease: formatMoment(nextRelease.at),
    order: policy.opening.order,
    waitingMinutes: policy.opening.order === 'draw' ? policy.opening.waitingMinutes : 0,
    daysToRelease: daysUntil(nextRelease.at, at),
    activateBy: formatDay(activateBy(month)),
    codePage: library.pages.codes,
    legimiPage: library.pages.legimi,
    registrationPage: library.pages.registration,
    contactPage: library.contact.page,
    libraryShort: library.shortName,
    regulation: library.regulation,
  };
}

function openingOf({ isReleased, isPoolKnown, pausedText }: Outlook) {
  if (!isReleased) return 'no';
  if (!isPoolKnown) return 'unknown';
  return pausedText === null ? 'yes' : 'paused';
}
