import { z } from 'zod';
import { intents } from '../../../src/understanding/index.ts';

/** What the bot must have done after a step: ids of its texts, never whole sentences. */
const expectations = {
  /** Ids of the bot's messages, all of them, in order. */
  bot: z.array(z.string()).optional(),
  /** Buttons of the last message, all of them, in order. */
  buttons: z.array(z.string()).optional(),
  /** Pieces that must stand somewhere in the replies: figures and dates. */
  says: z.array(z.union([z.string(), z.number()])).optional(),
  /** Pieces that must not. */
  hides: z.array(z.string()).optional(),
  /** The open dialog, or `null` when none is. */
  open: z.string().nullable().optional(),
};

const step = z.union([
  /** The reader types, or presses a button: both are the same words. */
  z.strictObject({ reader: z.string(), ...expectations }),
  /** The reader opens the chat. */
  z.strictObject({ opens: z.literal('chat'), ...expectations }),
  /** The demo reader of that name signs in on the page; the bot goes on by itself. */
  z.strictObject({ signsIn: z.string(), ...expectations }),
  /** The demo reader of that name signs in on the page, which shows six digits: not typed yet. */
  z.strictObject({ seesDigits: z.string(), ...expectations }),
  /** Time passes: `20 minutes`, `2 days`. */
  z.strictObject({ passes: z.string().regex(/^\d+ (minutes?|hours?|days?)$/), ...expectations }),
  /** Something happens outside the chat. */
  z.strictObject({
    happens: z.enum([
      'session ends',
      'pool is emptied',
      'bot is upgraded',
      'disk is full',
      'only a picture comes',
      'staff pause claims',
      'staff resume claims',
      /** The draw of those who wait is held, and the chats that wait are told. */
      'draw is held',
      /** The session is ended by the page, which tells the chat. */
      'chat is signed out',
      'library stops answering',
      'library answers again',
      /** Loans and confirmations are known from a list of 20 November 2026 only: no loan. */
      'library lists its readers',
      'reader is fined',
      'reader settles everything',
      /** The signed-in reader takes the month's code on another device. */
      'code is claimed elsewhere',
    ]),
    ...expectations,
  }),
]);

export type Step = z.output<typeof step>;

/** One story: its file name is the sentence, its folder the way people behave. */
export const story = z.strictObject({
  /** The moment at which it begins, in the library's time. */
  now: z.string().default('2026-11-24T10:00'),
  channel: z.enum(['directline', 'emulator', 'facebook']).default('directline'),
  /** Codes left in the month's pool when it begins. */
  codes: z.number().int().default(400),
  /** The moment at which staff set the release of its month: `2026-12-10T09:00`. */
  release: z.string().optional(),
  /** The order at the release. Default: what the policy says. */
  opening: z
    .strictObject({ order: z.literal('draw'), waitingMinutes: z.int(), keptMinutes: z.int() })
    .optional(),
  /** Other readers who wait for the draw when the story begins. */
  othersWait: z.int().optional(),
  /**
   * Messages that the bot is unsure of in this story, each with what it then suggests: a story about
   * suggestions must not end when the bot learns to understand its words.
   */
  unsureOf: z.record(z.string(), z.array(z.enum(intents)).min(1).max(3)).default({}),
  /** Whether codes are given on the channel; what the library's manifest says, unless told here. */
  givesCodes: z.boolean().optional(),
  steps: z.array(step).min(1),
  /** Effects at the end: the ledger and the audit. */
  finally: z
    .strictObject({
      /** Codes given since the story began. */
      issued: z.number().int().optional(),
      /** Audit events, all of them, in order. */
      audit: z.array(z.string()).optional(),
      /** Questions kept for the librarians. */
      unanswered: z.number().int().optional(),
    })
    .optional(),
});

export type Story = z.output<typeof story>;
