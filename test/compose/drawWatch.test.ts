import { expect, onTestFinished, test } from 'vitest';
import { startDrawWatch } from '../../src/compose/drawWatch.ts';
import { createLog } from '../../src/log.ts';
import type { Chat } from '../../src/signin/index.ts';

const chatOf = (name: string): Chat => ({
  ingress: 'directline',
  channelId: 'directline',
  conversationId: name,
  userId: `dl_${name}`,
});

function watch(options: { failsFor?: string } = {}) {
  let isDue = false;
  let isHeld = false;
  const told: string[] = [];
  const drawWatch = startDrawWatch({
    drawing: {
      isHeld: async () => isHeld,
      async holdIfDue() {
        if (!isDue || isHeld) return false;
        return (isHeld = true);
      },
    },
    async raise({ conversationId }, event) {
      if (conversationId === options.failsFor) throw new Error('The chat is gone.');
      told.push(`${conversationId} ${event}`);
    },
    log: createLog('silent'),
    every: 60_000,
  });
  onTestFinished(() => drawWatch.close());
  return { ...drawWatch, told, makeDue: () => void (isDue = true) };
}

test('a chat that waits is told of the draw once, when it was held, without asking', async () => {
  const { tellWhenDrawn, look, told, makeDue } = watch();
  tellWhenDrawn(chatOf('one'));
  tellWhenDrawn(chatOf('two'));
  tellWhenDrawn(chatOf('one'));
  await look();
  expect(told).toEqual([]);
  makeDue();
  await look();
  await look();
  expect(told).toEqual(['one drawn', 'two drawn']);
});

test('a thousand chats are told each once, and one that is gone stops nobody', async () => {
  const { tellWhenDrawn, look, told, makeDue } = watch({ failsFor: 'chat-7' });
  for (let index = 0; index < 1_000; index += 1) tellWhenDrawn(chatOf(`chat-${index}`));
  makeDue();
  await look();
  expect(new Set(told).size).toBe(999);
  expect(told).toHaveLength(999);
});
