import type { Log } from '../../../src/log.ts';
import {
  openSignIn,
  type Chat,
  type SignInEvent,
  type SignInOptions,
} from '../../../src/signin/index.ts';
import { shippedProof, type SignInProof } from '../../../src/signin/signInProof.ts';
import { memoryRecords } from '../../support/memoryRecords.ts';
import { testLibrary } from './testLibrary.ts';
import { signInWords } from './words.ts';

export function chat(
  ingress: Chat['ingress'],
  channelId: string,
  conversationId: string,
  userId: string,
): Chat {
  return { ingress, channelId, conversationId, userId };
}

export type InMemoryOptions = {
  /** Default: a public https address. */
  readonly publicUrl?: string;
  readonly proof?: SignInProof;
  readonly options?: Partial<SignInOptions>;
};

/** The real sign-in with a clock, a library and a memory that the test holds, and no server. */
export async function openSignInInMemory(setup: InMemoryOptions = {}) {
  let now = Date.parse('2026-11-22T10:00:00Z');
  const clock = setup.options?.clock ?? ((): Date => new Date(now));
  const library = testLibrary();
  const records = memoryRecords(clock);
  const events: SignInEvent[] = [];
  const logged: string[] = [];
  const pauses: number[] = [];
  const signedIn: Chat[] = [];
  const write = (event: string): void => void logged.push(event);
  const log: Log = { info: write, warn: write, error: write };

  const options: SignInOptions = {
    accounts: library,
    clock,
    publicUrl: setup.publicUrl ?? 'https://czat.example.org',
    openRecords: records.open,
    deriveKeys: (purpose) => [new TextEncoder().encode(`${purpose}-key-for-tests`.padEnd(32, '.'))],
    say: signInWords(),
    library: { name: 'Biblioteka <Próbna> & Spółka', privacyPage: '/prywatnosc' },
    onSignedIn: (one) => {
      signedIn.push(one);
      return Promise.resolve();
    },
    addressOf: (request) => request.socket.remoteAddress ?? '',
    isLibraryNetwork: (address) => address.startsWith('10.1.'),
    audit: (event) => {
      events.push(event);
      return Promise.resolve();
    },
    log,
    pause: (milliseconds) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    },
    ...setup.options,
  };
  const signIn = await openSignIn(options, setup.proof ?? shippedProof);

  return {
    signIn,
    options,
    library,
    records,
    events,
    logged,
    pauses,
    signedIn,
    clock,
    pass: (milliseconds: number) => (now += milliseconds),
  };
}
