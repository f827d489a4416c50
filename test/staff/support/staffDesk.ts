import { onTestFinished } from 'vitest';
import {
  createClaimPause,
  openFileLedger,
  type CodeLedger,
  type StoredPause,
} from '../../../src/codes/index.ts';
import { calendarDay } from '../../../src/rules/index.ts';
import {
  activationOperations,
  ledgerOperations,
  questionOperations,
  releaseOperations,
  runStaff,
  startStaffDoor,
  type BotCounts,
  type ActivationsBefore,
  type StaffContext,
  type StaffOperations,
} from '../../../src/staff/index.ts';
import { openDataFolder, openServerSecret } from '../../../src/storage/index.ts';
import { loadTexts } from '../../../src/text/index.ts';
import {
  openUnansweredQuestions,
  type UnansweredQuestions,
} from '../../../src/unanswered/index.ts';
import { policyOf } from '../../rules/exampleReader.ts';
import { temporaryFolder } from '../../storage/support/temporaryFolder.ts';

const texts = loadTexts('locales/pl');

/** The rules of the tests: six codes a month, released on the 10th at nine. */
export const policy = policyOf({
  validFrom: calendarDay('2026-01-01'),
  poolSize: 6,
  release: { day: 10, time: '09:00' },
});

export type Command = {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
  readonly questions: number;
};

/** A librarian's desk: commands on an installation, and a look into what it stored. */
export type StaffDesk = {
  readonly context: StaffContext;
  /** Types a command, and then the answers, one to each question. */
  type(command: string, ...answers: readonly string[]): Promise<Command>;
  /** Works on the ledger as the bot does. */
  withLedger<Result>(work: (ledger: CodeLedger) => Promise<Result>): Promise<Result>;
  /** Works on the unanswered questions as the bot does. */
  withQuestions<Result>(work: (questions: UnansweredQuestions) => Promise<Result>): Promise<Result>;
};

/** The files with the words that the commands read and edit. */
type WordFiles = Pick<StaffContext, 'localeFolder' | 'modelFile'>;
const readOnly: WordFiles = { localeFolder: 'locales/pl', modelFile: 'dist/intentModel.bin' };

export const now = new Date('2026-12-01T10:00:00Z');
const auditKey = new Uint8Array(32);

/** A desk on a data folder nobody else uses: commands open it themselves. */
export async function quietDesk(files = readOnly): Promise<StaffDesk> {
  const context = contextOf(await temporaryFolder(), files);
  // The bot has been started once.
  await (await openDataFolder(context.dataFolder, { kind: 'library' })).release();
  await openServerSecret(context.dataFolder);
  return {
    context,
    type: (command, ...answers) => type(context, command, answers),
    async withLedger(work) {
      const folder = await openDataFolder(context.dataFolder, { kind: 'library' });
      const ledger = await openFileLedger({ folder: folder.path, clock: () => now, auditKey });
      try {
        return await work(ledger);
      } finally {
        await ledger.close();
        await folder.release();
      }
    },
    async withQuestions(work) {
      const folder = await openDataFolder(context.dataFolder, { kind: 'library' });
      const questions = await openUnansweredQuestions(folder.path, () => now);
      try {
        return await work(questions);
      } finally {
        await questions.close();
        await folder.release();
      }
    },
  };
}

/** A desk beside a running bot, which holds the data folder and takes commands at its door. */
export async function busyDesk(files = readOnly): Promise<StaffDesk> {
  const context = contextOf(await temporaryFolder(), files);
  const folder = await openDataFolder(context.dataFolder, { kind: 'library' });
  const ledger = await openFileLedger({ folder: folder.path, clock: () => now, auditKey });
  const questions = await openUnansweredQuestions(folder.path, () => now);
  const door = await startStaffDoor(operationsOn(ledger, questions));
  await folder.announce({ address: door.address, token: door.token });
  onTestFinished(async () => {
    await door.close();
    await questions.close();
    await ledger.close();
    await folder.release();
  });
  return {
    context,
    type: (command, ...answers) => type(context, command, answers),
    withLedger: (work) => work(ledger),
    withQuestions: (work) => work(questions),
  };
}

/** What a running bot lets staff do. */
export function operationsOn(ledger: CodeLedger, questions: UnansweredQuestions): StaffOperations {
  const pause = createClaimPause({ records: recordsOf<StoredPause>(), ledger, clock: () => now });
  const botCounts = async (): Promise<BotCounts> => ({
    since: new Date(now.getTime() - 60_000),
    signIns: 12,
    signInsRefused: 3,
    errors: 0,
    refusals: { unpaid_fine: 2, pool_empty: 5, paused: 1 },
    isLibraryAvailable: true,
  });
  return {
    ...ledgerOperations(ledger, [policy], () => now),
    ...questionOperations(questions),
    ...activationOperations(ledger, recordsOf<ActivationsBefore>(), [policy], () => now),
    ...releaseOperations({ ledger, pause, policies: [policy], clock: () => now, botCounts }),
  };
}

function recordsOf<Value>() {
  const kept = new Map<string, Value>();
  return {
    get: async (key: string) => kept.get(key) ?? null,
    put: async (key: string, value: Value) => void kept.set(key, value),
    delete: async (key: string) => void kept.delete(key),
    async update(key: string, change: (current: Value | null) => { readonly value: Value } | null) {
      const next = change(kept.get(key) ?? null);
      if (next) kept.set(key, next.value);
      else kept.delete(key);
      return next?.value ?? null;
    },
  };
}

function contextOf(dataFolder: string, files: WordFiles): StaffContext {
  return {
    dataFolder,
    serverSecret: null,
    clock: () => now,
    say: texts.say,
    texts,
    ...files,
    policies: [policy],
    messengerProfileFile: 'manifest/messenger-profile.json',
    messenger: null,
    snapshot: { maximumAgeDays: 35 },
    openLibrary: () => Promise.reject(new Error('This desk has no library system.')),
  };
}

async function type(
  context: StaffContext,
  command: string,
  answers: readonly string[],
): Promise<Command> {
  const written = { out: '', err: '', questions: 0 };
  const io = {
    out: (text: string) => void (written.out += text),
    err: (text: string) => void (written.err += text),
    async ask(question: string) {
      written.out += question;
      written.questions += 1;
      return answers[written.questions - 1] ?? null;
    },
    askSecret: (question: string) => io.ask(question),
    window: () => null,
  };
  const words = command.split(' ').filter((word) => word !== '');
  return { exitCode: await runStaff(words, io, context), ...written };
}
