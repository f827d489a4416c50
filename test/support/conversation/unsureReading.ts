import type { Services } from '../../../dialogs/index.ts';
import type { Story } from './story.ts';

type Reading = Pick<Services, 'understand' | 'readExactly' | 'readFollowUp'>;

/** Reads as `reading` does, but for the messages of which the bot is unsure in a story. */
export function unsureReading(reading: Reading, unsureOf: Story['unsureOf']): Reading {
  const isUnsure = (text: string): boolean => text in unsureOf;
  return {
    understand(text) {
      const suggestions = unsureOf[text];
      const intent = suggestions?.[0];
      if (!suggestions || !intent) return reading.understand(text);
      return [{ text, decision: 'suggest', intent, confidence: 0.5, suggestions }];
    },
    readExactly: (text) => (isUnsure(text) ? null : reading.readExactly(text)),
    readFollowUp: (text, topic) => (isUnsure(text) ? null : reading.readFollowUp(text, topic)),
  };
}
