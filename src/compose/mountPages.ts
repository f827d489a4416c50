import type { Server } from 'restify';
import type { Config } from '../config/index.ts';
import { demoReaders } from '../library/index.ts';
import type { LibraryManifest } from '../manifest/index.ts';
import type { SignInService } from '../signin/index.ts';
import type { Say } from '../text/index.ts';
import { mountWeb, type DemoReaderOnPage } from '../web/index.ts';
import type { Visitors } from './visitorsOf.ts';

/** Puts the chat's pages on the server, and in the demo the page that shows its readers. */
export function mountPages(
  server: Server,
  config: Config,
  parts: {
    readonly say: Say;
    readonly library: LibraryManifest;
    readonly allowedOrigins: readonly string[];
    readonly visitors: Pick<Visitors, 'isSharedComputer'>;
    readonly signIn: Pick<SignInService, 'forgetBrowser'>;
  },
): void {
  const { library, signIn } = parts;
  mountWeb(server, {
    say: parts.say,
    library,
    assetsFolder: config.assetsFolder,
    publicUrl: config.publicUrl,
    allowedOrigins: parts.allowedOrigins,
    ...(library.colour === undefined ? {} : { colour: library.colour }),
    isSharedComputer: parts.visitors.isSharedComputer,
    forgetBrowser: (response) => signIn.forgetBrowser(response),
    demo: config.kind === 'demo' ? { readers: demoReadersOnPage() } : null,
  });
}

function demoReadersOnPage(): readonly DemoReaderOnPage[] {
  return Object.entries(demoReaders).map(([id, { card, password, name }]) => ({
    id,
    card,
    password,
    name,
  }));
}
