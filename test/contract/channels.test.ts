import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { demoReaders } from '../../src/library/index.ts';
import { readYamlFile } from '../../src/yamlFile.ts';
import { startApplication } from '../support/application.ts';
import type { ChannelDriver, Shown } from '../support/channels/channelDriver.ts';
import { openChannel, type ChannelName } from '../support/channels/drivers.ts';
import { story, type Step } from '../support/conversation/story.ts';

const folder = 'test/conversations/recorded';
const golden = readdirSync(folder).map((file) => ({
  file,
  steps: readYamlFile(join(folder, file), story).steps,
}));

type Conversation = readonly Shown[];
/** How many messages the bot had said after each step, by story; the Emulator's answer tells. */
const counts = new Map<string, readonly number[]>();
const conversations = new Map<ChannelName, ReadonlyMap<string, Conversation>>();

describe('the golden conversations', { timeout: 120_000 }, () => {
  test.each<ChannelName>(['Emulator', 'Direct Line', 'Messenger'])(
    'go on %s as recorded, each message within its limits',
    async (name) => {
      const channel = await openChannel[name]();
      const application = await startApplication({
        DEMO_NOW: '2026-12-10T09:30',
        ...channel.variables,
      });
      const held = new Map<string, Conversation>();
      for (const { file, steps } of golden) {
        const driver = await channel.converse(application.url);
        held.set(file, await converse(driver, file, steps, application.url));
      }
      await application.stop();
      conversations.set(name, held);
      expect(channel.objections()).toEqual([]);
      await channel.close();
      for (const { text, replies, links } of [...held.values()].flat()) {
        expect(text.length).toBeLessThanOrEqual(2_000);
        expect(replies.length).toBeLessThanOrEqual(13);
        expect(links.length).toBeLessThanOrEqual(3);
        for (const label of [...replies, ...links.map(({ title }) => title)]) {
          expect(label.length, label).toBeLessThanOrEqual(20);
        }
      }
    },
  );

  test.each<ChannelName>(['Direct Line', 'Messenger'])(
    'are the same words and buttons on %s as in the Emulator',
    (name) => {
      const told = conversations.get(name);
      const expected = conversations.get('Emulator');
      expect(told?.size).toBe(golden.length);
      for (const { file } of golden) {
        expect(told?.get(file)?.map(comparable), file).toEqual(
          expected?.get(file)?.map(comparable),
        );
      }
    },
  );
});

async function converse(
  driver: ChannelDriver,
  file: string,
  steps: readonly Step[],
  url: string,
): Promise<Conversation> {
  const known = counts.get(file);
  const seen: number[] = [];
  for (const [index, step] of steps.entries()) {
    await take(step, driver);
    seen.push((await driver.shown(known?.[index] ?? null)).length);
  }
  if (!known) counts.set(file, seen);
  return (await driver.shown(null)).map((one) => ({
    ...one,
    text: one.text.replaceAll(url, 'https://czat.example'),
  }));
}

async function take(step: Step, driver: ChannelDriver): Promise<void> {
  if ('opens' in step) return driver.open();
  if ('reader' in step) return driver.say(step.reader);
  if ('signsIn' in step) {
    const reader = Object.entries(demoReaders).find(([name]) => name === step.signsIn)?.[1];
    await driver.signIn(reader?.card ?? '', reader?.password ?? '');
    return;
  }
  throw new Error('A golden conversation is what a reader can do on every channel.');
}

/** Without what is new in every conversation, and without the lines that one channel alone needs. */
function comparable({ text, replies, links }: Shown): object {
  return {
    text: text
      .trim()
      .replace(/liczbę \d+/, 'liczbę 47')
      .replace(/dziś, godz\. \d+:\d\d/, 'dziś, godz. 10:00')
      .replace('\nPotem strona pokaże 6 cyfr. Wpisz je tutaj.', '')
      .replace(/\nTa wiadomość zostanie w historii Messengera\.[^\n]*/, '')
      .replace(/\b[A-Z0-9]{4}( [A-Z0-9]{2,4})+\b/, 'KOD')
      // Read after signing out, when a channel that replays shows the end of a code only.
      .replace(/^…[A-Z0-9]{4}$/m, 'KOD'),
    replies,
    links: links.map(({ title }) => title),
  };
}
