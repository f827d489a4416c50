import type { Say } from '../text/index.ts';
import { loginStyleAddress } from './loginRoutes.ts';
import type { PageFrame } from './pages/layout.ts';
import type { SignInOptions } from './signInOptions.ts';

/** What stands around the pages that readers open from a chat. */
export function pageFrame(say: Say, library: SignInOptions['library']): PageFrame {
  return {
    libraryName: library.name,
    skipToContent: say('signInPage.skipToContent'),
    privacy: { url: library.privacyPage, label: say('signInPage.privacy') },
    stylesheet: loginStyleAddress(),
  };
}
