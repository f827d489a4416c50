import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readYamlFile } from '../../src/yamlFile.ts';
import { story, type Step } from '../support/conversation/story.ts';
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
        await check(await take(step, talk), step, talk, where);
      }
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

async function take(step: Step, talk: Talk): Promise<Said[]> {
  if ('reader' in step) return talk.say(step.reader);
  if ('opens' in step) return talk.open();
  if ('signsIn' in step) return talk.signIn(step.signsIn);
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
    case 'bot is upgraded':
      await talk.upgrade();
      return [];
    case 'only a picture comes':
      return talk.sendPicture();
  }
}

async function check(said: Said[], step: Step, talk: Talk, where: string): Promise<void> {
  const all = said.map(({ text }) => text).join('\n');
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

function milliseconds(text: string): number {
  const [count = '0', unit = ''] = text.split(' ');
  const minutes = { minute: 1, hour: 60, day: 24 * 60 }[unit.replace(/s$/, '')];
  if (!minutes) throw new Error(`Unknown unit of time: ${unit}`);
  return Number(count) * minutes * 60_000;
}
