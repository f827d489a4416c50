import { expect, test } from 'vitest';
import type { Understanding } from '../../../src/understanding/index.ts';
import { joinPieces } from '../../../src/understanding/intents/joinPieces.ts';

/** Each of these words asks one thing of the FAQ; everything else is no question. */
function understand(text: string): Understanding {
  const intent = text === 'kiedy' ? 'faq.when' : text === 'ile' ? 'faq.pool' : 'outOfScope.other';
  const decision = intent === 'outOfScope.other' ? 'unknown' : 'answer';
  return { text, decision, intent, confidence: 1, suggestions: [] };
}

test('pieces are questions when each asks something else', () => {
  expect(joinPieces(['kiedy', 'ile'], understand)).toEqual(['kiedy', 'ile']);
});

test('pieces of which one asks nothing are one question, in the order of the message', () => {
  expect(joinPieces(['kiedy', 'ile', 'słoń?', 'trąba'], understand)).toEqual([
    'kiedy ile słoń? trąba',
  ]);
});

test('a message of very many pieces is read no more often than one of a few', () => {
  let readings = 0;
  const counting = (text: string): Understanding => {
    readings += 1;
    return understand(text);
  };
  const pieces = Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? 'kiedy' : 'ile'));
  expect(joinPieces(pieces, counting)).toEqual([pieces.join(' ')]);
  expect(readings).toBeLessThan(30);
});
