import type { CodeLedger } from '../src/codes/index.ts';
import type { Eligibility } from '../src/eligibility/index.ts';
import type { LibraryManifest } from '../src/manifest/index.ts';
import type { Privacy } from '../src/privacy/index.ts';
import type { Chat, SignIn } from '../src/signin/index.ts';
import type { Texts } from '../src/text/index.ts';
import type { Intent, ReadFollowUp, Understanding } from '../src/understanding/index.ts';

/** What the dialogs call. They decide nothing, keep nothing scarce and know no channel. */
export type Services = {
  /** What is kept under a card, and its erasure. */
  readonly privacy: Privacy;
  readonly texts: Texts;
  /** One reading per question of the message, at most three. */
  readonly understand: (text: string) => readonly Understanding[];
  /** A message without a subject, in the light of the topic before it. */
  readonly readFollowUp: ReadFollowUp;
  /** The intent of which the whole message is a known wording: buttons, control words, yes and no. */
  readonly readExactly: (text: string) => Intent | null;
  readonly eligibility: Eligibility;
  readonly audit: CodeLedger['audit'];
  readonly signIn: SignIn;
  readonly library: LibraryManifest;
  /** Absolute address of the privacy notice. */
  readonly privacyUrl: string;
  readonly clock: () => Date;
  /** Keeps a question the bot could not answer, personal data masked, for the librarians. */
  readonly keepUnanswered: (text: string) => Promise<void>;
  /** Sends the chat the event `drawn` once the draw was held. Default: nobody does. */
  readonly tellWhenDrawn?: (chat: Chat) => Promise<void>;
  readonly canClaim: (chat: Chat) => boolean;
  /** True for an error of a store that takes no part for a while. Default: none is. */
  readonly isStoreAway?: (error: unknown) => boolean;
  /** The FAQ entry that the library's page around the chat is about. Default: none. */
  readonly subjectOf?: (chat: Chat) => string | null;
};
