import { buttonOf } from '../conversation.ts';
import { fitsPattern } from '../prompts/fitsPattern.ts';
import { bare, isWordingOf } from '../prompts/wordings.ts';
import type { Services } from '../services.ts';

/** What a reader says about the sign-in that is open; the first that fits, in this order. */
const topics = [
  'otherNumber',
  'sameNumber',
  'strangeLink',
  'whatNumber',
  'card',
  'password',
  'newLink',
  'digits',
  'signedIn',
  'how',
  'stuck',
] as const;

export type SignInTopic = (typeof topics)[number];

/** What of the sign-in the message is about; `null` when it is about something else. */
export function signInTopicOf(
  text: string,
  pairingNumber: string,
  services: Pick<Services, 'texts'>,
): SignInTopic | null {
  const { say } = services.texts;
  // The button under the link; elsewhere it tells of another page of the library.
  if (bare(text) === bare(buttonOf(services, 'faq.login'))) return 'how';
  if (isWordingOf(text, say('signInTalk.howWordings'))) return 'how';
  if (isWordingOf(text, say('signIn.newLinkWordings'))) return 'newLink';
  if (isWordingOf(text, say('signIn.doneWordings'))) return 'signedIn';
  return (
    numberTopicOf(text, pairingNumber, services) ??
    topics.find((topic) => fitsPattern(text, say(`signInTalk.topics.${topic}`))) ??
    null
  );
}

/** "U mnie jest 13": the number that the page shows, compared with ours. */
function numberTopicOf(
  text: string,
  pairingNumber: string,
  { texts: { say } }: Pick<Services, 'texts'>,
): 'otherNumber' | 'sameNumber' | null {
  const numbers = text.match(/(?<!\d)\d{2}(?!\d)/gu) ?? [];
  const isBare = text.split(/\s+/u).length <= mostBareWords;
  if (numbers.length === 0 || !(isBare || fitsPattern(text, say('signInTalk.pageShows')))) {
    return null;
  }
  if (fitsPattern(text, say('signInTalk.otherFigures'))) return null;
  return numbers.every((number) => number === pairingNumber) ? 'sameNumber' : 'otherNumber';
}

/** "13", "mam 13": so few words can only be about the number. */
const mostBareWords = 3;
