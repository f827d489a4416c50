import type { BrowserFiles } from './browserFiles.ts';
import { chatWords } from './chatWords.ts';
import type { ChatSettings } from './client/chat/chatSettings.ts';
import { accentFor, defaultColour } from './colours.ts';
import { contactLine } from './contactLine.ts';
import { html, jsonBlock, type Html } from '../http/index.ts';
import type { Page } from './page.ts';
import type { WebOptions } from './webOptions.ts';

/** Web Chat makes one style without the nonce, which is empty. This is the hash of nothing. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** What differs from one response to the next. */
export type ChatPageView = {
  /** Fresh for every response: the styles that Web Chat makes while it runs carry it. */
  readonly nonce: string;
  /** Replaces the library's. */
  readonly colour: string | null;
  readonly isShared: boolean;
  readonly subject: string | null;
};

/** The page that runs the chat, in a frame or alone. */
export function chatPage(options: WebOptions, files: BrowserFiles, view: ChatPageView): Page {
  const { nonce, colour, isShared, subject } = view;
  const { say, library, publicUrl } = options;
  const contact = contactLine(library);
  const embedders = [...new Set([publicUrl, ...options.allowedOrigins])];
  const settings: ChatSettings = {
    nonce,
    embedders,
    isShared,
    subject,
    picture: files.address('assistant.svg'),
    words: chatWords(say, contact),
  };
  return {
    title: say('widget.page.documentTitle', { library: library.shortName }),
    policy: {
      'script-src': "'self'",
      'style-src': `'self' 'nonce-${nonce}' ${emptyStyle}`,
      'img-src': "'self' data: blob:",
      'connect-src': `'self' ${publicUrl.replace(/^http/, 'ws')}`,
      'frame-ancestors': embedders.join(' '),
    },
    head: [
      html`<meta name="robots" content="noindex" />`,
      html`<link rel="icon" href="${files.address('assistant.svg')}" type="image/svg+xml" />`,
      html`<link rel="stylesheet" href="${files.address('chat.css')}" />`,
      html`<style nonce="${nonce}">
        ${accentRules(colour ?? options.colour ?? defaultColour)}
      </style>`,
      ...files
        .namesIn('chat')
        .map((name) => html`<link rel="modulepreload" href="${files.address(name)}" />`),
      html`<script src="${files.address('webchat.js')}" defer></script>`,
      html`<script src="${files.address('chat/main.js')}" type="module"></script>`,
    ],
    body: html`<body>
      <header class="top">
        <img src="${files.address('assistant.svg')}" alt="" width="40" height="40" />
        <div class="names">
          <h1 tabindex="-1">${library.chatTitle}</h1>
          <p>
            ${say('widget.page.subtitle')} <span class="dot">·</span>
            <a href="${library.privacyPage}" target="_blank" rel="noopener"
              >${say('widget.page.privacy')}<span class="only-read">
                (${say('widget.page.newTab')})</span
              ></a
            >
          </p>
        </div>
        <button id="close" type="button" hidden>
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 6l12 12M18 6L6 18" /></svg>
          <span class="only-read">${say('widget.page.close')}</span>
        </button>
      </header>
      <div id="state"></div>
      <div id="session"></div>
      <noscript><p class="no-script">${say('widget.page.noScript', { contact })}</p></noscript>
      <div id="chat"></div>
      <script id="settings" type="application/json">
        ${jsonBlock(settings)}
      </script>
    </body>`,
  };
}

function accentRules(colour: string): Html {
  const rules = (scheme: 'light' | 'dark'): string => {
    const { accent, onAccent } = accentFor(colour, scheme);
    return `:root { --accent: ${accent}; --on-accent: ${onAccent}; }`;
  };
  return {
    html: `${rules('light')} @media (prefers-color-scheme: dark) { ${rules('dark')} }`,
  };
}
