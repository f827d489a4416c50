import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryStorage, type Activity, type StoreItem } from 'botbuilder';
import { ChatState, createBot } from '../../../src/bot/index.ts';
import { openFileLedger, type AuditRow } from '../../../src/codes/index.ts';
import { neighboursOf } from '../../../src/compose/neighboursOf.ts';
import { createEligibility } from '../../../src/eligibility/index.ts';
import { demoLedgerSeeds, demoReaders, openDemoLibrary } from '../../../src/library/index.ts';
import { passwordHasher } from '../../../src/library/demo/passwordHash.ts';
import { createLog } from '../../../src/log.ts';
import { loadManifest } from '../../../src/manifest/index.ts';
import { calendarDay, instantAt, monthOf } from '../../../src/rules/index.ts';
import { chatKey, type Chat } from '../../../src/signin/index.ts';
import { loadTexts } from '../../../src/text/index.ts';
import { loadModel, loadTrainingData } from '../../../src/training/index.ts';
import {
  createExactReader,
  createReadFollowUp,
  createUnderstandParts,
} from '../../../src/understanding/index.ts';
import { openSignInDesk } from './signInDesk.ts';
import type { Story } from './story.ts';
import { TalkAdapter } from './talkAdapter.ts';

const pepper = Buffer.alloc(32);
/** Real hashing at a price that a test can pay. */
const quickHasher = passwordHasher(pepper, { N: 2, r: 1, p: 1 });
const training = loadTrainingData('locales/pl');
const { model } = loadModel('locales/pl', 'node_modules/.cache/intentModel.bin');
const understand = createUnderstandParts(model);
const readFollowUp = createReadFollowUp(model, neighboursOf(loadTexts('locales/pl')));
const readExactly = createExactReader(training.messages);
const manifest = loadManifest('manifest');
export const texts = loadTexts('locales/pl');

/** A conversation with the whole bot but for the channels' wire and the sign-in pages. */
export type Talk = {
  say(text: string): Promise<Said[]>;
  open(): Promise<Said[]>;
  sendPicture(): Promise<Said[]>;
  signIn(reader: string): Promise<Said[]>;
  pass(milliseconds: number): void;
  endSession(): void;
  emptyPool(): Promise<void>;
  /** As if the open journey had been begun by another version of the bot. */
  upgrade(): Promise<void>;
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
}: Pick<Story, 'now' | 'channel' | 'codes'>): Promise<Talk> {
  const [day = '', time = ''] = now.split('T');
  let moment = instantAt(calendarDay(day), time).getTime();
  const clock = (): Date => new Date(moment);

  const folder = await mkdtemp(join(tmpdir(), 'talk-'));
  const ledger = await openFileLedger({ folder, clock, auditKey: pepper });
  const seeds = demoLedgerSeeds(clock(), codes + 1);
  for (const pool of seeds.pools) await ledger.importPool(pool.month, pool.codes, clock(), 'test');
  for (const claim of seeds.claims) {
    await ledger.claim(claim.card, claim.month, claim.claimedAt);
    if (claim.activated !== null)
      await ledger.setActivated(claim.card, claim.month, claim.activated, 'test');
  }
  const claimedBefore = (await ledger.claims(monthOf(clock()))).length;

  const accounts = await openDemoLibrary({ folder, clock, pepper }, quickHasher);
  const signIn = openSignInDesk(clock);
  const audit: AuditRow[] = [];
  const unanswered: string[] = [];
  const storage = new MemoryStorage();
  const bot = createBot({
    state: new ChatState(storage),
    log: createLog('silent'),
    services: {
      texts,
      understand,
      readExactly,
      readFollowUp,
      eligibility: createEligibility({ accounts, ledger, policies: manifest.policies, clock }),
      audit: (row) => Promise.resolve(void audit.push(row)),
      signIn,
      library: manifest.library,
      privacyUrl: 'https://czat.example/prywatnosc',
      clock,
      keepUnanswered: (text) => Promise.resolve(void unanswered.push(text)),
      canClaim: (chat) => manifest.library.channels[chat.ingress].canClaim,
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
    (await adapter.turn(activity, chat, (context) => bot.runTurn(context, chat))).map(said);
  const say = (text: string): Promise<Said[]> => turn({ type: 'message', text });

  return {
    say,
    open: () => turn({ type: 'conversationUpdate', membersAdded: [{ id: chat.userId, name: '' }] }),
    sendPicture: () => turn({ type: 'message', attachments: [{ contentType: 'image/png' }] }),
    signIn(reader) {
      const found = Object.entries(demoReaders).find(([name]) => name === reader)?.[1];
      if (!found) throw new Error(`There is no demo reader "${reader}".`);
      const code = signIn.signInOnPage(chat, found.card);
      return code ? say(code) : turn({ type: 'event', name: 'signedIn' });
    },
    pass(milliseconds) {
      moment += milliseconds;
    },
    endSession: () => signIn.endSession(chat),
    async emptyPool() {
      const month = monthOf(clock());
      for (let index = 0; (await ledger.pool(month))?.remaining; index += 1) {
        await ledger.claim(
          `stranger-${index}` as (typeof demoReaders.eligible)['card'],
          month,
          clock(),
        );
      }
    },
    async upgrade() {
      const item = await stateOf(storage, chat);
      for (const { state } of item.dialogs.dialogStack)
        if ('version' in state) state['version'] = -1;
      await storage.write({ [chatKey(chat)]: item });
    },
    openDialog: async () => (await stateOf(storage, chat)).dialogs.dialogStack.at(-1)?.id ?? null,
    issued: async () => (await ledger.claims(monthOf(clock()))).length - claimedBefore,
    audit: () => audit,
    unanswered: () => unanswered,
    transcript: () => adapter.transcript,
    async close() {
      await bot.idle();
      await ledger.close();
      await accounts.close();
      await rm(folder, { recursive: true });
    },
  };
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
