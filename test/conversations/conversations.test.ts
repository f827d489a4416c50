import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Activity } from 'botbuilder';
import { describe, expect, test } from 'vitest';
import { messagesOf } from '../../src/channels/messenger/messagesOf.ts';
import { readYamlFile } from '../../src/yamlFile.ts';
import { story, type Step } from '../support/conversation/story.ts';
import { takeStep } from '../support/conversation/takeStep.ts';
import { sendRequest } from '../support/messenger/sendRules.ts';
import { openTalk, type Said, type Talk } from '../support/conversation/talk.ts';

const folder = join(import.meta.dirname);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yml'))
  .sort();

/** The longest label that Messenger shows whole. */
const longestLabel = 20;

describe.each(files)('%s', (file) => {
  test('goes as written', async () => {
    const { steps, finally: effects, ...setting } = readYamlFile(join(folder, file), story);
    const talk = await openTalk(setting);
    try {
      for (const [index, step] of steps.entries()) {
        const where = `${relative('.', file)}, step ${index + 1}: ${JSON.stringify(step)}`;
        await check(await takeStep(step, talk), step, talk, where);
      }
      for (const activity of talk.transcript()) fitsMessenger(activity, file);
      if (effects?.issued !== undefined) expect(await talk.issued()).toBe(effects.issued);
      if (effects?.audit) expect(talk.audit().map(({ event }) => event)).toEqual(effects.audit);
      if (effects?.unanswered !== undefined) {
        expect(talk.unanswered()).toHaveLength(effects.unanswered);
      }
    } finally {
      await talk.close();
    }
  });
});

/** Every message of every story can be sent on the channel with the narrowest limits. */
function fitsMessenger(activity: Partial<Activity>, where: string): void {
  if (activity.from) return;
  for (const outgoing of messagesOf(activity, 'https://czat.example')) {
    const request = { recipient: { id: 'reader' }, messaging_type: 'RESPONSE', ...outgoing };
    expect(sendRequest.safeParse(request).error, where).toBeUndefined();
  }
}

async function check(said: Said[], step: Step, talk: Talk, where: string): Promise<void> {
  // Amounts keep their unit on the line by a space that nobody types.
  const all = said
    .map(({ text }) => text)
    .join('\n')
    .replaceAll('\u00a0', ' ');
  const told = `${where}\n--- the bot said ---\n${all}\n---`;
  if (step.bot)
    expect(
      said.map(({ id }) => id),
      told,
    ).toEqual(step.bot);
  if (step.buttons) expect(said.at(-1)?.buttons, told).toEqual(step.buttons);
  for (const piece of step.says ?? []) expect(all, told).toContain(String(piece));
  for (const piece of step.hides ?? []) expect(all, told).not.toContain(piece);
  if (step.open !== undefined) expect(await talk.openDialog(), told).toBe(step.open);
  for (const { buttons } of said) {
    for (const label of buttons) expect(label.length, label).toBeLessThanOrEqual(longestLabel);
  }
}
