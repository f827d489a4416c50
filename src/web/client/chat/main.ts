import { readSettings } from './chatSettings.ts';
import { Conversation } from './conversation.ts';
import { meetHostPage, type HostPage } from './hostPage.ts';
import { defineMessageText } from './messageText.ts';
import { createStateBar } from './stateBar.ts';
import { watchSockets } from './watchSockets.ts';
import { createWebChatView } from './webChatView.ts';

function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The chat page has no element "${id}".`);
  return found;
}

const settings = readSettings(document);
defineMessageText(settings.words);

let host: HostPage | undefined;
const view = createWebChatView(part('chat'), settings, {
  message: () => host?.countUnread(),
  event: (name) => {
    if (name === 'signedOut') conversation.close();
  },
});
const conversation = new Conversation(view, createStateBar(part('state')), settings.words.state);

watchSockets((address) => conversation.socketClosed(address));
addEventListener('online', () => conversation.networkChanged(true));
addEventListener('offline', () => conversation.networkChanged(false));
addEventListener('pagehide', () => conversation.keep());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') conversation.hurry();
});

const close = part('close');
close.addEventListener('click', () => host?.close());
// On the window, because Web Chat listens on the document: where Escape leads from a message back to the
// field for writing, Web Chat stops it there.
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') host?.close();
});
meetHostPage(settings.embedders, {
  met: (page) => {
    host = page;
    close.hidden = false;
  },
  shown: () => view.focus(),
});

void conversation.open();
