import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Activity } from 'botbuilder';
import { describe, expect, test } from 'vitest';
import { readYamlFile } from '../../src/yamlFile.ts';
import { pageCode } from '../support/conversation/signInDesk.ts';
import { story } from '../support/conversation/story.ts';
import { takeStep } from '../support/conversation/takeStep.ts';
import { openTalk } from '../support/conversation/talk.ts';
import { transcriptOf } from '../support/conversation/transcriptOf.ts';

/** Opened by the Emulator beside `manifest/legimi.bot`; whole sentences, for librarians to review. */
const folder = 'manifest/transcripts';
const stories = 'test/conversations/recorded';
const names = readdirSync(stories).map((file) => basename(file, '.yml'));

describe.each(names)('the transcript %s', (name) => {
  test('is what the bot says today (record anew: npm run transcripts)', async () => {
    const {
      steps,
      finally: _effects,
      ...setting
    } = readYamlFile(join(stories, `${name}.yml`), story);
    const talk = await openTalk(setting);
    for (const step of steps) await takeStep(step, talk);
    const recorded = transcriptOf(talk.transcript(), setting.now);
    await talk.close();
    await expect(`${JSON.stringify(recorded, null, 2)}\n`).toMatchFileSnapshot(
      join('../..', folder, `${name}.transcript`),
    );
  });

  test('replays as the Emulator replays it: the same replies to the same words', async () => {
    const activities = JSON.parse(
      readFileSync(join(folder, `${name}.transcript`), 'utf8'),
    ) as Activity[];
    expect(activities.length).toBeGreaterThan(2);
    const setting = readYamlFile(join(stories, `${name}.yml`), story);
    const signIns = setting.steps.flatMap((step) => ('signsIn' in step ? [step.signsIn] : []));
    const talk = await openTalk(setting);
    for (const activity of activities) {
      expect(activity.from.id, 'the Emulator shows nothing without a sender').toBeTruthy();
      expect(activity.recipient.id).toBeTruthy();
      if (activity.from.role !== 'user') continue;
      if (activity.type === 'conversationUpdate') await talk.open();
      // The page's part of a sign-in is not in a transcript; the code that the reader types is.
      else if (activity.text === pageCode) await talk.signIn(signIns.shift() ?? '');
      else await talk.say(activity.text);
    }
    const replayed = transcriptOf(talk.transcript(), setting.now);
    await talk.close();
    expect(replayed).toEqual(activities);
  });
});
