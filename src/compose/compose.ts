import type { Server } from 'restify';
import type { ChatEvent } from '../channels/channel.ts';
import { rehearsalClock, systemClock, type Clock } from '../clock.ts';
import { createClaimPause, pauseRecords, type StoredPause } from '../codes/index.ts';
import type { Config } from '../config/index.ts';
import { createEligibility } from '../eligibility/index.ts';
import { openSnapshotLines, removeSnapshot, type ReaderAccounts } from '../library/index.ts';
import { createLog } from '../log.ts';
import { loadManifest } from '../manifest/index.ts';
import { countingLog, createBotMetrics } from '../metrics/index.ts';
import { createPrivacy, retentionAt } from '../privacy/index.ts';
import { createServer } from '../server.ts';
import { openIdProvider, openSignIn, type Chat } from '../signin/index.ts';
import { nodeDisk, type Disk } from '../storage/index.ts';
import { loadTexts } from '../text/index.ts';
import { botOf } from './botOf.ts';
import { createDrawWatch } from './drawWatch.ts';
import { mountHealth } from './health.ts';
import { librarySystemOf, refuseUnsafeSystem } from './librarySystemOf.ts';
import { mountPages } from './mountPages.ts';
import { openChannels } from './openChannels.ts';
import { openStaffDoor } from './openStaffDoor.ts';
import { openStores } from './openStores.ts';
import { pageSubjects } from './pageSubjects.ts';
import { seedDemoLedger } from './seedDemoLedger.ts';
import { signInAudit } from './signInAudit.ts';
import type { Stores } from './stores.ts';
import { onceADay, startUpkeep } from './upkeep.ts';
import { visitorsOf } from './visitorsOf.ts';
import { waitingChats, type WaitingRecord } from './waitingChats.ts';
import { botCounts, countedLedger, startWatch } from './watch.ts';

/** Everything wired, nothing listening yet. */
export type Application = {
  readonly server: Server;
  /** Tells load balancers to send nobody here any more. */
  drain(): void;
  /** Lets what is under way finish, writes everything to disk and frees the data folder. */
  close(): Promise<void>;
};

/** What tests and benchmarks put in the place of the real thing. */
export type Replacements = {
  readonly disk?: Disk;
  readonly openAccounts?: (stores: Stores, clock: Clock) => Promise<ReaderAccounts>;
};

/**
 * Wires the parts. Opens the data folder and reads the editable files; rejects with a coded error when
 * one of them cannot be used. The caller listens.
 */
export async function compose(
  config: Config,
  { disk = nodeDisk, openAccounts }: Replacements = {},
): Promise<Application> {
  const { publicUrl } = config;
  const metrics = createBotMetrics();
  const log = countingLog(createLog(config.logLevel), metrics);
  const clock = clockOf(config);
  const texts = loadTexts(config.localeFolder);
  const { library, policies } = loadManifest(config.manifestFolder);
  refuseUnsafeSystem(config, library);

  // What is kept, and who knows the readers.
  const stores = await openStores(config, clock, log, disk);
  const { folder, secret, conversations, unanswered, openRecords } = stores;
  const ledger = countedLedger(stores.ledger, metrics);
  if (config.kind === 'demo') await seedDemoLedger(ledger, policies, clock());
  const { accounts, snapshot } = openAccounts
    ? { accounts: await openAccounts(stores, clock), snapshot: null }
    : await librarySystemOf(config, library, stores, clock, log);

  // What the dialogs call. Channels come last, because they run turns of the bot.
  const raise = (chat: Chat, event: ChatEvent): Promise<void> => channels.raise(chat, event);
  const trustedProxies = config.kind === 'library' ? config.trustedProxies : [];
  const visitors = visitorsOf(trustedProxies, config.libraryNetworks);
  const signIn = await openSignIn({
    accounts,
    provider: config.openId && openIdProvider(config.openId, { publicUrl, clock, log }),
    clock,
    openRecords,
    deriveKeys: (purpose: string) => secret.deriveKeys(purpose),
    publicUrl,
    addressOf: visitors.addressOf,
    isLibraryNetwork: visitors.isLibraryNetwork,
    say: texts.say,
    library,
    log,
    audit: signInAudit(ledger, stores.auditKey),
    onSignedIn: (chat) => raise(chat, 'signedIn'),
  });
  const pauses = await openRecords<StoredPause>(pauseRecords);
  const pause = createClaimPause({ records: pauses, ledger, clock });
  const eligibility = createEligibility({ accounts, ledger, policies, clock, pause });
  // The FAQ tells the next release also while the ledger cannot be read: it is known from now on.
  await eligibility.outlook();
  const waiting = waitingChats(
    await openRecords<WaitingRecord>('draw-waiting'),
    stores.shared?.alone ?? ((_key, work) => work()),
    clock,
  );
  const drawWatch = createDrawWatch({ drawing: eligibility.drawing, waiting, raise, log });
  const privacy = createPrivacy({
    ledger,
    accounts: signIn,
    snapshot: snapshot ?? openSnapshotLines(folder.path),
    clock,
  });
  const subjects = pageSubjects();

  const bot = botOf(
    config,
    { ...stores, ledger },
    {
      texts,
      library,
      clock,
      eligibility,
      privacy,
      signIn: {
        ...signIn,
        async signOut(chat) {
          await signIn.signOut(chat);
          await channels.endSession(chat);
        },
      },
      tellWhenDrawn: drawWatch.tellWhenDrawn,
      subjectOf: (chat) => subjects.of(chat.conversationId),
    },
    log,
  );
  const allowedOrigins = [publicUrl, ...library.allowedOrigins];
  const channels = await openChannels(config, {
    bot,
    stores,
    signIn,
    visitors,
    subjects,
    texts,
    library,
    allowedOrigins,
    clock,
    log,
    disk,
  });

  const isHttps = publicUrl.startsWith('https:');
  const server = createServer({ log, clock, trustedProxies, isHttps });
  mountHealth(server, { ledger, accounts });
  channels.mount(server);
  signIn.mount(server);
  mountPages(server, config, { say: texts.say, library, allowedOrigins, visitors, signIn });

  const watched = { metrics, ledger, accounts, pause, clock };
  const staffDoor = await openStaffDoor(stores, {
    ledger,
    pause,
    policies,
    privacy,
    botCounts: botCounts(watched),
    clock,
  });
  const watch = await startWatch(config, watched);
  const stopUpkeep = startUpkeep(
    [
      () => signIn.purge(),
      () => conversations.purge(clock()),
      ...channels.purges,
      onceADay(() => ledger.retain(retentionAt(clock())), clock),
      () => unanswered.purge(clock()),
      () => waiting.purge(clock()),
      staffDoor.purge,
      () => snapshot?.purge() ?? removeSnapshot(folder.path),
    ],
    log,
  );
  await channels.resume();
  drawWatch.start();

  return {
    server,
    drain: () => watch?.drain(),
    async close() {
      await stopUpkeep();
      await drawWatch.close();
      await staffDoor.close();
      await watch?.close();
      await channels.close();
      await Promise.all([pauses.close(), waiting.close(), signIn.close(), accounts.close()]);
      await stores.close();
    },
  };
}

function clockOf(config: Config): Clock {
  return config.kind === 'demo' && config.demoNow ? rehearsalClock(config.demoNow) : systemClock;
}
