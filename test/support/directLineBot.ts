import type { Activity, TurnContext } from 'botbuilder';
import type { RunTurn } from '../../src/channels/channel.ts';
import type { Chat } from '../../src/signin/index.ts';

export type EchoBot = {
  readonly runTurn: RunTurn;
  /** Every activity the bot was given, with the chat the channel named. */
  readonly heard: { activity: Activity; chat: Chat }[];
  /** What `sendActivity` resolved to, in order. */
  readonly sent: (string | undefined)[];
  /** Lets go of every turn that hears "wait". */
  release(): void;
  /** Waits until a turn that heard "wait" is in the middle of it. */
  waiting(): Promise<void>;
};

type Script = (context: TurnContext) => Promise<void>;

/** A bot that greets, echoes, and obeys a few words that tests need. */
export function echoBot(scripts: Readonly<Record<string, Script>> = {}): EchoBot {
  const heard: EchoBot['heard'] = [];
  const sent: EchoBot['sent'] = [];
  let release = (): void => undefined;
  let enter = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const entered = new Promise<void>((resolve) => (enter = resolve));

  const say = async (context: TurnContext, activity: string | Partial<Activity>): Promise<void> => {
    sent.push((await context.sendActivity(activity))?.id);
  };
  const words: Record<string, Script> = {
    fail: () => Promise.reject(new Error('the bot is broken')),
    wait: async (context) => {
      enter();
      await released;
      await say(context, 'waited');
    },
    type: async (context) => {
      await say(context, { type: 'typing' });
      await say(context, 'typed');
    },
    trace: async (context) => {
      await say(context, { type: 'trace', name: 'inner' });
      await say(context, 'traced');
    },
    three: async (context) => {
      const replies = ['one', 'two', 'three'].map((text) => ({ type: 'message', text }));
      const responses = await context.sendActivities(replies);
      sent.push(...responses.map(({ id }) => id));
    },
    code: (context) => say(context, { type: 'message', text: 'ABCD-EFGH-1234' }),
    ...scripts,
  };

  return {
    heard,
    sent,
    release: () => release(),
    waiting: () => entered,
    async runTurn(context, chat) {
      const { activity } = context;
      heard.push({ activity: structuredClone(activity), chat });
      switch (activity.type) {
        case 'conversationUpdate':
          if (activity.membersAdded?.some(({ id }) => id !== activity.recipient.id)) {
            await say(context, 'welcome');
          }
          return;
        case 'event':
          return say(context, `event ${activity.name ?? ''}`);
        case 'message': {
          const script = words[activity.text ?? ''];
          if (script) return script(context);
          return say(context, `echo ${activity.text ?? JSON.stringify(activity.value)}`);
        }
        default:
          return;
      }
    },
  };
}

/** Masks the code that the bot says when it hears "code". */
export function hideCodes(activity: Partial<Activity>): Partial<Activity> | null {
  if (!activity.text?.startsWith('ABCD')) return null;
  return { ...activity, text: '…1234' };
}
