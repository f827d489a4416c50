import { MemoryStorage, type Activity, type StoreItem } from 'botbuilder';
import { ChatState, createBot } from '../../../src/bot/index.ts';
import type { AuditRow } from '../../../src/codes/index.ts';
import { neighboursOf } from '../../../src/compose/neighboursOf.ts';
import { createEligibility } from '../../../src/eligibility/index.ts';
import { demoReaders, type CardNumber } from '../../../src/library/index.ts';
import { createLog } from '../../../src/log.ts';
import { loadManifest } from '../../../src/manifest/index.ts';
import { createPrivacy } from '../../../src/privacy/index.ts';
import { dayOf, policyAt, type PolicyHistory } from '../../../src/rules/index.ts';
import { chatKey, type Chat } from '../../../src/signin/index.ts';
import { loadTexts } from '../../../src/text/index.ts';
import { loadModel, loadTrainingData } from '../../../src/training/index.ts';
import {
  createExactReader,
  createReadFollowUp,
  createUnderstandParts,
} from '../../../src/understanding/index.ts';
import type { AccountsNow } from './changeableAccounts.ts';
import { openSignInDesk } from './signInDesk.ts';
import type { Story } from './story.ts';
import { momentOf, openStoryLibrary } from './storyLibrary.ts';
import { TalkAdapter } from './talkAdapter.ts';
import { unsureReading } from './unsureReading.ts';

const training = loadTrainingData('locales/pl');
const { model } = loadModel('locales/pl', 'node_modules/.cache/intentModel.bin');
const reading = {
  understand: createUnderstandParts(model),
  readFollowUp: createReadFollowUp(model, neighboursOf(loadTexts('locales/pl'))),
  readExactly: createExactReader(training.messages),
};
const manifest = loadManifest('manifest');
export const texts = loadTexts('locales/pl');

/** A conversation with the whole bot but for the channels' wire and the sign-in pages. */
export type Talk = {
  say(text: string): Promise<Said[]>;
  open(): Promise<Said[]>;
  sendPicture(): Promise<Said[]>;
  signIn(reader: string): Promise<Said[]>;
  /** Signs in on the page, which shows six digits that nobody has typed yet. */
  showDigits(reader: string): void;
  pass(milliseconds: number): void;
  endSession(): void;
  /** The page ends the session and tells the chat. */
  signOutFromPage(): Promise<Said[]>;
  /** Staff hold codes back, with these words; `null`: they give them again. */
  pauseClaims(text: string | null): void;
  /** The draw is held, and the chat is told. */
  holdDraw(): Promise<Said[]>;
  changeAccounts(now: AccountsNow): void;
  /** The signed-in reader takes the month's code somewhere else. */
  claimElsewhere(): Promise<void>;
  emptyPool(): Promise<void>;
  /** As if the open journey had been begun by another version of the bot. */
  upgrade(): Promise<void>;
  /** The ledger throws whatever it is asked, until it is mended. */
  breakLedger(): void;
  /** Claims cannot be written; everything else works. */
  fillDisk(): void;
  mendLedger(): void;
  openDialog(): Promise<string | null>;
  issued(): Promise<number>;
  audit(): readonly AuditRow[];
  unanswered(): readonly string[];
  /** Both sides, as activities. */
  transcript(): readonly Partial<Activity>[];
  close(): Promise<void>;
};

export type Said = {
  readonly id: string;
  readonly text: string;
  readonly buttons: readonly string[];
};

export async function openTalk({
  now,
  channel,
  codes,
  release,
  givesCodes,
  unsureOf,
  opening,
  othersWait = 0,
}: Omit<Story, 'steps' | 'finally'>): Promise<Talk> {
  let moment = momentOf(now).getTime();
  const clock = (): Date => new Date(moment);
  const library = await openStoryLibrary(clock, { codes, release });
  const policies: PolicyHistory = opening
    ? [{ ...policyAt(manifest.policies, dayOf(clock())), opening }]
    : manifest.policies;
  for (let other = 0; other < othersWait; other += 1) await library.joinDraw(`other-${other}`);
  let pausedText: string | null = null;
  const current = async () => (pausedText === null ? null : { text: pausedText, since: clock() });
  const pause = { current, recent: current };
  const eligibility = createEligibility({ ...library, policies, clock, pause });
  const signIn = openSignInDesk(clock);
  const audit: AuditRow[] = [];
  const unanswered: string[] = [];
  const storage = new MemoryStorage();
  const bot = createBot({
    state: new ChatState(storage),
    log: createLog('silent'),
    services: {
      texts,
      ...unsureReading(reading, unsureOf),
      eligibility,
      audit: (row) => Promise.resolve(void audit.push(row)),
      signIn,
      privacy: createPrivacy({
        ledger: library.ledger,
        accounts: signIn,
        snapshot: library.snapshot,
        clock,
      }),
      library: manifest.library,
      privacyUrl: 'https://czat.example/prywatnosc',
      clock,
      keepUnanswered: (text) => Promise.resolve(void unanswered.push(text)),
      canClaim: (chat) => givesCodes ?? manifest.library.channels[chat.ingress].canClaim,
    },
  });

  const chat: Chat = {
    ingress: (
      { directline: 'directline', emulator: 'botframework', facebook: 'messenger' } as const
    )[channel],
    channelId: channel,
    conversationId: 'conversation-1',
    userId: 'reader-1',
  };
  const adapter = new TalkAdapter();
  const turn = async (activity: Partial<Activity>): Promise<Said[]> =>
    (await adapter.turn(activity, chat, (context) => bot.runTurn(context, chat)))
      .filter(({ type }) => type === 'message')
      .map(said);
  const say = (text: string): Promise<Said[]> => turn({ type: 'message', text });

  return {
    say,
    open: () => turn({ type: 'conversationUpdate', membersAdded: [{ id: chat.userId, name: '' }] }),
    sendPicture: () => turn({ type: 'message', attachments: [{ contentType: 'image/png' }] }),
    signIn(reader) {
      const code = signIn.signInOnPage(chat, cardOf(reader));
      return code ? say(code) : turn({ type: 'event', name: 'signedIn' });
    },
    showDigits(reader) {
      const code = signIn.signInOnPage(chat, cardOf(reader));
      if (!code) throw new Error(`The page shows no digits to a reader of "${channel}".`);
    },
    pass(milliseconds) {
      moment += milliseconds;
    },
    endSession: () => signIn.endSession(chat),
    signOutFromPage() {
      signIn.endSession(chat);
      return turn({ type: 'event', name: 'signedOut' });
    },
    pauseClaims: (text) => void (pausedText = text),
    async holdDraw() {
      await eligibility.drawing.holdIfDue();
      return turn({ type: 'event', name: 'drawn' });
    },
    changeAccounts: library.changeAccounts,
    async claimElsewhere() {
      const reader = await signIn.readerOf(chat);
      if (!reader) throw new Error('Nobody is signed in who could take a code.');
      await library.claim(reader.card);
    },
    emptyPool: library.emptyPool,
    async upgrade() {
      const item = await stateOf(storage, chat);
      for (const { state } of item.dialogs.dialogStack)
        if ('version' in state) state['version'] = -1;
      await storage.write({ [chatKey(chat)]: item });
    },
    breakLedger: library.breakLedger,
    fillDisk: library.fillDisk,
    mendLedger: library.mendLedger,
    openDialog: async () => (await stateOf(storage, chat)).dialogs.dialogStack.at(-1)?.id ?? null,
    issued: library.issued,
    audit: () => audit,
    unanswered: () => unanswered,
    transcript: () => adapter.transcript,
    async close() {
      await bot.idle();
      await library.close();
    },
  };
}

function cardOf(reader: string): CardNumber {
  const found = Object.entries(demoReaders).find(([name]) => name === reader)?.[1];
  if (!found) throw new Error(`There is no demo reader "${reader}".`);
  return found.card;
}

function said(activity: Partial<Activity>): Said {
  return {
    id: activity.label ?? '',
    text: activity.text ?? activity.summary ?? '',
    buttons: (activity.suggestedActions?.actions ?? []).map(({ title }) => title),
  };
}

type StoredState = StoreItem & {
  dialogs: { dialogStack: { id: string; state: Record<string, unknown> }[] };
};

async function stateOf(storage: MemoryStorage, chat: Chat): Promise<StoredState> {
  const items = await storage.read([chatKey(chat)]);
  const item: Partial<StoredState> = items[chatKey(chat)] ?? {};
  return { ...item, dialogs: { dialogStack: item.dialogs?.dialogStack ?? [] } };
}
