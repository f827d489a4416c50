import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Say } from '../text/index.ts';

/** The library, as far as its pages show it; a `LibraryManifest` fits. */
export type LibraryOnPage = {
  readonly name: string;
  readonly shortName: string;
  readonly chatTitle: string;
  /** Path of the privacy notice on this server. */
  readonly privacyPage: string;
  readonly contact: {
    readonly place: string;
    readonly page: string;
    readonly phone?: string;
    readonly email?: string;
  };
};

/** A fictional reader, shown with the password so that anybody can try the demo. */
export type DemoReaderOnPage = {
  /** Which case it shows: the name of a sentence below `demoPage.shows`. Others are left blank. */
  readonly id: string;
  readonly card: string;
  readonly password: string;
  readonly name: string;
};

export type WebOptions = {
  readonly say: Say;
  readonly library: LibraryOnPage;
  /** The folder that the build filled with browser files and `manifest.json`. */
  readonly assetsFolder: string;
  /** Origin under which readers reach the server, without a slash at the end. */
  readonly publicUrl: string;
  /** Exact origins of the pages that may show the chat, besides this server itself. */
  readonly allowedOrigins: readonly string[];
  /** The colour of buttons and of the reader's messages, `#rrggbb`. Default: a deep green. */
  readonly colour?: string;
  /** True for a computer that many readers share: the chat leaves nothing in its browser. */
  readonly isSharedComputer: (request: IncomingMessage) => boolean;
  /** Takes the cookies of a chat away from its browser. */
  readonly forgetBrowser: (response: ServerResponse) => void;
  /** Null for a real library: then there is no demo page and `/` leads to the chat. */
  readonly demo: { readonly readers: readonly DemoReaderOnPage[] } | null;
};
