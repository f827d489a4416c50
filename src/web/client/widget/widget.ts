// What a library puts on its page: a button that opens the chat in a frame. Until the reader presses
// it, nothing else is loaded, nothing stored and no cookie set. Runs under the host page's own
// Content-Security-Policy: no inline style, no eval, no HTML made from text. The build makes one script
// of this folder.
import { createChatFrame } from './chatFrame.ts';
import { element } from './element.ts';
import { createOpenButton } from './openButton.ts';
import { options } from './options.ts';
import { settings } from './settings.ts';
import { textOn } from './textOn.ts';
import { unfolding } from './unfolding.ts';

const tagName = 'legimi-czat';

function start(): void {
  if (document.querySelector(tagName)) return;
  const { words } = settings;
  const { button, showUnread, tellOpen } = createOpenButton(options.label ?? words.open);
  const dialog = element('dialog', { 'aria-label': words.dialog });
  const chat = createChatFrame(dialog, { close, unread: showUnread });
  const shut = element('button', { class: 'shut', type: 'button' }, words.close);
  dialog.append(shut);
  const place = element(
    'div',
    { class: 'place', role: 'region', 'aria-label': words.area },
    button,
    dialog,
  );
  if (options.isLeft) place.classList.add('left');
  const colour = options.colour ?? settings.colour;
  place.style.setProperty('--colour', colour);
  place.style.setProperty('--text', textOn(colour));
  const unfold = unfolding(place, dialog);

  function close(): void {
    dialog.close();
    tellOpen(false);
    chat.tellVisibility();
    button.focus();
  }

  button.addEventListener('click', () => {
    if (dialog.open) return close();
    chat.want();
    unfold();
    tellOpen(true);
    showUnread(0);
    chat.tellVisibility();
  });
  shut.addEventListener('click', close);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });
  place.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && dialog.open) close();
  });
  show(place);
}

/** Beside the body: pages that load without leaving replace it, and what moves or fades a body would take the button along. */
function show(place: HTMLElement): void {
  const host = document.createElement(tagName);
  const root = host.attachShadow({ mode: 'open' });
  dress(root);
  root.append(place);
  document.documentElement.append(host);
}

function dress(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(settings.rules);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Browsers before 2023. A host page with a strict policy shows them the button unstyled.
    root.append(element('style', {}, settings.rules));
  }
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
