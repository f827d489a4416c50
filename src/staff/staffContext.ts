import type { Clock } from '../clock.ts';
import type { ProfileAccess } from '../channels/messenger/profile/index.ts';
import type { PolicyHistory } from '../rules/index.ts';
import type { LibrarySystem } from '../library/index.ts';
import type { ConfiguredSecret, DataFolderKind } from '../storage/index.ts';
import type { Say, Texts } from '../text/index.ts';

/** What staff's commands need to know of the installation. */
export type StaffContext = {
  readonly dataFolder: string;
  /** Where instances keep everything together; without it, it is in the data folder. */
  readonly database?: { readonly url: string; readonly kind: DataFolderKind } | null;
  /** The configured server secret; `null` for the one in the data folder. */
  readonly serverSecret: ConfiguredSecret | null;
  readonly clock: Clock;
  readonly say: Say;
  /** What entries and intents are called. */
  readonly texts: Pick<Texts, 'faq' | 'labels'>;
  /** The folder with the words and example messages that librarians edit. */
  readonly localeFolder: string;
  /** Where the model trained from them is kept. */
  readonly modelFile: string;
  readonly policies: PolicyHistory;
  /** What the library declares to Messenger. */
  readonly messengerProfileFile: string;
  /** The Page to which it is declared; `null` without one. */
  readonly messenger: ProfileAccess | null;
  /** How old a list of readers may be; `null` when the manifest lets none tell anything. */
  readonly snapshot: { readonly maximumAgeDays: number } | null;
  /** Opens the configured library system, beside the running bot. */
  readonly openLibrary: () => Promise<LibrarySystem>;
};

export type TerminalWindow = { readonly rows: number; readonly columns: number };

/** Where a command writes, and whom it asks. */
export type StaffIo = {
  /** How much can be seen at once; `null` where the output is a file or another program. */
  readonly window: () => TerminalWindow | null;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** The typed line; `null` when nobody is there to answer. */
  readonly ask: (question: string) => Promise<string | null>;
  /** The same for a password: what is typed does not show. */
  readonly askSecret: (question: string) => Promise<string | null>;
};
