import { readSettings } from './chatSettings.ts';
import { Conversation } from './conversation.ts';
import { Countdown } from './countdown.ts';
import { meetHostPage, type HostPage } from './hostPage.ts';
import { defineMessageText } from './messageText.ts';
import { defineMoreBelow } from './moreBelow.ts';
import { timeLeftIn } from './sessionEnd.ts';
import { createSilence } from './silence.ts';
import { createStateBar } from './stateBar.ts';
import { watchSleep } from './watchSleep.ts';
import { watchSockets } from './watchSockets.ts';
import type { Activity } from './webChatTypes.ts';
import { createWebChatView } from './webChatView.ts';

function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The chat page has no element "${id}".`);
  return found;
}

const settings = readSettings(document);
const { words, isShared } = settings;
defineMessageText(words);
defineMoreBelow(words.moreBelow);

let host: HostPage | undefined;
const view = createWebChatView(part('chat'), settings, {
  message: () => host?.countUnread(),
  speech: () => {
    silence.said();
    if (isShared) countdown.touch(true);
  },
  heard: () => silence.heard(),
  event: hear,
});
const conversation = new Conversation({
  view,
  bar: createStateBar(part('state')),
  words: words.state,
  surroundings: settings,
  onEnd: () => countdown.stop(),
});
const countdown = new Countdown(part('session'), words.session, {
  stay: () => conversation.tell('stay'),
  leave: () => conversation.leave(),
  over: () => conversation.tell('session'),
  warn: () => host?.countUnread(),
});

function hear(activity: Activity): void {
  if (activity.name === 'signedOut') conversation.close();
  if (activity.name === 'sessionEnds') {
    const left = timeLeftIn(activity);
    if (left?.closes) conversation.share();
    countdown.set(left);
  }
}

const silence = createSilence(() => conversation.doubt());
watchSleep(() => conversation.doubt());
watchSockets((address) => conversation.socketClosed(address));
addEventListener('online', () => conversation.networkChanged(true));
addEventListener('offline', () => conversation.networkChanged(false));
addEventListener('pagehide', () => conversation.pageLeaves());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') conversation.hurry();
});
if (isShared) {
  // On the countdown itself the reader chooses, and it must not go away under the finger.
  const isChoice = ({ target }: Event): boolean =>
    target instanceof Element && target.closest('#session') !== null;
  addEventListener('keydown', (event) => {
    // What is typed and never sent must not wait for the next reader either.
    if (!isChoice(event)) countdown.touch(event.key.length === 1 || undefined);
  });
  addEventListener('pointerdown', (event) => {
    if (!isChoice(event)) countdown.touch();
  });
}

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
