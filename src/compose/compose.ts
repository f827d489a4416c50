import type { IncomingMessage } from 'node:http';
import type { Server } from 'restify';
import { ChatState, createBot } from '../bot/index.ts';
import { createBotFrameworkChannel } from '../channels/botframework/index.ts';
import type { Channel, RunTurn } from '../channels/channel.ts';
import {
  createDirectLineChannel,
  type ConversationRecord,
  type StreamPermission,
} from '../channels/directline/index.ts';
import { rehearsalClock, systemClock, type Clock } from '../clock.ts';
import type { Config } from '../config/index.ts';
import { createClaimPause, pauseRecords, type StoredPause } from '../codes/index.ts';
import { createEligibility } from '../eligibility/index.ts';
import { chatWishes } from './chatWishes.ts';
import { startDrawWatch } from './drawWatch.ts';
import { mountHealth } from './health.ts';
import { clientAddress, networkTest } from '../http/index.ts';
import { demoReaders, openSnapshotLines, type ReaderAccounts } from '../library/index.ts';
import { createLog } from '../log.ts';
import { loadManifest } from '../manifest/index.ts';
import { pageSubjects } from './pageSubjects.ts';
import { openStores, type Stores } from './openStores.ts';
import { librarySystemOf, refuseUnsafeSystem } from './readerAccountsOf.ts';
import { botCounts, countedLedger, startWatch } from './watch.ts';
import { countingLog, createBotMetrics } from '../metrics/index.ts';
import { maskCode } from './maskCode.ts';
import { openMessenger } from './openMessenger.ts';
import { neighboursOf } from './neighboursOf.ts';
import { createPrivacy, retentionAt } from '../privacy/index.ts';
import { dayOf, policyAt } from '../rules/index.ts';
import { seedDemoLedger } from './seedDemoLedger.ts';
import { createServer } from '../server.ts';
import { signInAudit } from './signInAudit.ts';
import { tokenKeys } from './tokenKeys.ts';
import { onceADay, startUpkeep } from './upkeep.ts';
import { chatKey, openIdProvider, openSignIn } from '../signin/index.ts';
import {
  activationOperations,
  activationReports,
  dataOperations,
  ledgerOperations,
  questionOperations,
  releaseOperations,
  startStaffDoor,
  type ActivationsBefore,
} from '../staff/index.ts';
import { nodeDisk, type Disk } from '../storage/index.ts';
import { loadTexts } from '../text/index.ts';
import { loadModel, loadTrainingData } from '../training/index.ts';
import {
  createExactReader,
  createReadFollowUp,
  createUnderstandParts,
} from '../understanding/index.ts';
import { mountWeb } from '../web/index.ts';
import { pageEvents, webSessionTurns } from './webSession.ts';

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
  const metrics = createBotMetrics();
  const log = countingLog(createLog(config.logLevel), metrics);
  const clock = clockOf(config);
  const texts = loadTexts(config.localeFolder);
  const { library, policies } = loadManifest(config.manifestFolder);
  refuseUnsafeSystem(config, library);

  const stores = await openStores(config, clock, log, disk);
  const { folder, secret, conversations, unanswered, openRecords } = stores;
  const ledger = countedLedger(stores.ledger, metrics);
  if (config.kind === 'demo') {
    const now = clock();
    await seedDemoLedger(ledger, now, policyAt(policies, dayOf(now)).poolSize);
  }
  const librarySystem = openAccounts
    ? { accounts: await openAccounts(stores, clock), snapshot: null }
    : await librarySystemOf(config, library, stores, clock, log);
  const { accounts, snapshot } = librarySystem;

  const channels: Channel[] = [];
  const channelOf = (ingress: Channel['ingress']) =>
    channels.find((one) => one.ingress === ingress);
  const trustedProxies = config.kind === 'library' ? config.trustedProxies : [];
  const addressOf = (request: IncomingMessage): string => clientAddress(request, trustedProxies);
  const isLibraryNetwork = networkTest(config.libraryNetworks);
  const isSharedComputer = (request: IncomingMessage): boolean =>
    isLibraryNetwork(addressOf(request)) || chatWishes(request).isShared;
  const subjects = pageSubjects();
  const { publicUrl } = config;
  const provider = config.openId && openIdProvider(config.openId, { publicUrl, clock, log });
  const signIn = await openSignIn({
    accounts,
    provider,
    clock,
    openRecords,
    deriveKeys: (purpose: string) => secret.deriveKeys(purpose),
    publicUrl: config.publicUrl,
    addressOf,
    isLibraryNetwork,
    say: texts.say,
    library,
    log,
    audit: signInAudit(ledger, stores.auditKey),
    onSignedIn: async (chat) => channelOf(chat.ingress)?.raise(chat, 'signedIn'),
  });

  const pauses = await openRecords<StoredPause>(pauseRecords);
  const pause = createClaimPause({ records: pauses, ledger, clock });
  const watched = { metrics, ledger, accounts, pause, clock };
  const eligibility = createEligibility({ accounts, ledger, policies, clock, pause });
  const drawWatch = startDrawWatch({
    drawing: eligibility.drawing,
    raise: async (chat, event) => channelOf(chat.ingress)?.raise(chat, event),
    log,
  });
  const privacy = createPrivacy({
    ledger,
    accounts: signIn,
    snapshot: snapshot ?? openSnapshotLines(folder.path),
    clock,
  });

  const training = loadTrainingData(config.localeFolder);
  const { model } = loadModel(config.localeFolder, config.modelFile);
  const state = new ChatState(conversations);
  const bot = createBot({
    state,
    log,
    services: {
      texts,
      understand: createUnderstandParts(model),
      readFollowUp: createReadFollowUp(model, neighboursOf(texts)),
      readExactly: createExactReader(training.messages),
      eligibility,
      tellWhenDrawn: drawWatch.tellWhenDrawn,
      // A reader is not left without an answer because a row cannot be written; claims have a journal.
      audit: (row) =>
        ledger.audit(row).catch((error: unknown) => log.error('audit.failed', { error })),
      signIn: {
        ...signIn,
        async signOut(chat) {
          await signIn.signOut(chat);
          if (chat.ingress === 'directline') await directLine.endSession(chat);
        },
      },
      privacy,
      library,
      privacyUrl: `${config.publicUrl}${library.privacyPage}`,
      clock,
      // The reader gets the contact also when the disk is full.
      keepUnanswered: (text) =>
        unanswered.keep(text).catch((error: unknown) => log.error('unanswered.failed', { error })),
      canClaim: (chat) => library.channels[chat.ingress].canClaim,
      subjectOf: (chat) => subjects.of(chat.conversationId),
    },
  });

  const { shared } = stores;
  const runTurn: RunTurn = (context, chat) =>
    shared
      ? shared.alone(chatKey(chat), () => bot.runTurn(context, chat))
      : bot.runTurn(context, chat);

  const server = createServer({
    log,
    clock,
    trustedProxies,
    keepAliveMs: keepAliveFor(trustedProxies),
    isHttps: config.publicUrl.startsWith('https:'),
  });
  const allowedOrigins = [config.publicUrl, ...library.allowedOrigins];
  const directLineRecords = await openRecords<ConversationRecord>('directline');
  const streamTickets = await openRecords<StreamPermission>('directline-tickets');
  const directLine = createDirectLineChannel({
    runTurn: webSessionTurns({
      runTurn,
      signIn,
      clock,
      tellOver: (chat) => directLine.raise(chat, 'signedOut'),
      endChat: (chat) => directLine.endSession(chat),
    }),
    allowedEvents: pageEvents,
    clock,
    log,
    keys: tokenKeys(secret.deriveKeys('direct-line')),
    store: directLineRecords,
    ...(shared ? { shared: { chats: shared.chats, tickets: streamTickets } } : {}),
    browser: {
      ensureBrowser: (request, response) =>
        signIn.ensureBrowser(request, response, { isLibraryComputer: isSharedComputer(request) }),
      bindBrowser(conversationId, hash, request) {
        const { subject } = chatWishes(request);
        if (subject !== null) subjects.keep(conversationId, subject);
        return signIn.bindBrowser(conversationId, hash, {
          isLibraryComputer: isSharedComputer(request),
        });
      },
    },
    allowedOrigins,
    publicUrl: config.publicUrl,
    bot: { id: 'bot', name: library.chatTitle },
    maskActivity: maskCode,
    addressOf,
    isLibraryNetwork,
  });
  channels.push(directLine);
  if (config.kind === 'demo' || config.azure) {
    channels.push(
      createBotFrameworkChannel({
        mode: config.azure ? { kind: 'azure', ...config.azure } : { kind: 'emulator' },
        runTurn,
        storage: conversations,
        conversationState: state,
        log,
        clock,
      }),
    );
  }
  const messenger = await openMessenger(config, {
    dataFolder: folder.path,
    runTurn,
    texts,
    library,
    openRecords,
    shared,
    clock,
    log,
    disk,
  });
  if (messenger) channels.push(messenger);
  mountHealth(server, { ledger, accounts });
  for (const channel of channels) channel.mount(server);
  signIn.mount(server);
  mountWeb(server, {
    say: texts.say,
    library,
    assetsFolder: config.assetsFolder,
    publicUrl: config.publicUrl,
    allowedOrigins,
    ...(library.colour === undefined ? {} : { colour: library.colour }),
    isSharedComputer,
    forgetBrowser: (response) => signIn.forgetBrowser(response),
    demo: config.kind === 'demo' ? { readers: demoReadersOnPage() } : null,
  });

  const reports = await openRecords<ActivationsBefore>(activationReports);
  const staffDoor = await startStaffDoor(
    {
      ...ledgerOperations(ledger, policies, clock),
      ...questionOperations(unanswered),
      ...activationOperations(ledger, reports, policies, clock),
      ...releaseOperations({ ledger, pause, policies, clock, botCounts: botCounts(watched) }),
    },
    dataOperations(privacy, ledger),
  );
  await folder.announce(staffDoor);
  const watch = await startWatch(config, watched);

  const retain = onceADay(() => ledger.retain(retentionAt(clock())), clock);
  const stopUpkeep = startUpkeep(
    [
      () => signIn.purge(),
      () => conversations.purge(clock()),
      () => directLineRecords.purge(clock()),
      () => streamTickets.purge(clock()),
      ...(shared ? [() => shared.chats.purge(clock())] : []),
      retain,
      () => unanswered.purge(clock()),
      () => reports.purge(clock()),
      ...(messenger ? [() => messenger.purge(clock())] : []),
      ...(snapshot ? [() => snapshot.purge()] : []),
    ],
    log,
  );
  await messenger?.resume();

  return {
    server,
    drain: () => watch?.drain(),
    async close() {
      await stopUpkeep();
      await drawWatch.close();
      await staffDoor.close();
      await watch?.close();
      for (const channel of channels) await channel.close();
      await bot.idle();
      await Promise.all([
        directLineRecords.close(),
        streamTickets.close(),
        pauses.close(),
        signIn.close(),
        accounts.close(),
      ]);
      await reports.close();
      await stores.close();
    },
  };
}

/**
 * Longer than a proxy's own idle time (60 s with nginx) where only a proxy reaches the port, so that it
 * never reuses a connection we just closed; short where readers do.
 */
function keepAliveFor(trustedProxies: readonly string[]): number {
  return trustedProxies.length > 0 ? 65_000 : 5_000;
}

function clockOf(config: Config): Clock {
  return config.kind === 'demo' && config.demoNow ? rehearsalClock(config.demoNow) : systemClock;
}

function demoReadersOnPage() {
  return Object.entries(demoReaders).map(([id, { card, password, name }]) => ({
    id,
    card,
    password,
    name,
  }));
}
