import type { ChatSettings } from './chatSettings.ts';
import { confirmSent } from './confirmSent.ts';
import { messageStatus } from './messageStatus.ts';
import { moreBelowTag } from './moreBelow.ts';
import { asWritten, withoutUnsentCopy } from './ownMessages.ts';
import { reactElement } from './reactElement.ts';
import { readable, shownMessage } from './shownMessage.ts';
import { styleOptions } from './styleOptions.ts';
import type {
  Action,
  Activity,
  DirectLine,
  Next,
  Store,
  WebChat as WebChatBundle,
} from './webChatTypes.ts';

// The bundle's script comes before this module.
declare const WebChat: WebChatBundle;

/** Draws a conversation with Microsoft's Web Chat, in our words and our look. */
export type WebChatView = {
  /** Shows `line`; what was on the screen stays above it. Waits until Web Chat let go of the former one. */
  show(line: DirectLine): Promise<void>;
  /** Takes the field for writing away: there is nobody to write to. */
  closeSendBox(): void;
  /** Removes everything that was said from the screen. */
  clear(): void;
  /** Puts the reader where writing begins, without opening a phone's keyboard over the messages. */
  focus(): void;
};

export type WebChatEvents = {
  /** A message of the bot that was not on the screen before. */
  readonly message: () => void;
  /** The reader sends something. */
  readonly speech: () => void;
  /** Anything came, also what the reader said. */
  readonly heard: () => void;
  /** An event of the bot that is meant for the page, not for the reader. */
  readonly event: (activity: Activity) => void;
};

/** Messages that come within so many milliseconds are read as one. */
const breath = 2500;

export function createWebChatView(
  place: HTMLElement,
  settings: ChatSettings,
  events: WebChatEvents,
): WebChatView {
  const { words } = settings;
  let store = createStore();
  let current: DirectLine | undefined;
  let release: (() => void) | undefined;
  let released: Promise<void> = Promise.resolve();
  let isFocusAwaited = false;
  /** When the last message came, unless the reader did something after it. */
  let lastHeardAt = 0;

  function createStore(): Store {
    const made = WebChat.createStore({}, () => (next) => (action) => {
      const activity = action.payload?.activity;
      switch (action.type) {
        case 'DIRECT_LINE/POST_ACTIVITY':
          events.speech();
          if (activity) for (const removal of withoutUnsentCopy(activity)) next(removal);
          break;
        case 'DIRECT_LINE/QUEUE_INCOMING_ACTIVITY':
          events.heard();
          if (!activity) break;
          return next(withActivity(action, incoming(activity, made.getState().activities, next)));
        case 'DIRECT_LINE/CONNECT':
          released = new Promise((resolve) => (release = resolve));
          break;
        case 'DIRECT_LINE/DISCONNECT_FULFILLED':
          release?.();
          break;
        case 'WEB_CHAT/SET_NOTIFICATION':
          if (isAboutConnection(action)) return action;
      }
      const result = next(action);
      if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY') {
        const correction = confirmSent(activity, made.getState().activities);
        if (correction) next(correction);
      }
      return result;
    });
    return made;
  }

  /** What came from the server, as Web Chat is to show it. */
  function incoming(activity: Activity, onScreen: readonly Activity[], next: Next): Activity {
    if (activity.from?.role !== 'bot') return asWritten(activity, onScreen);
    if (activity.type === 'event') events.event(activity);
    if (activity.type === 'message' && !onScreen.some(({ id }) => id === activity.id)) {
      if (Date.now() - lastHeardAt > breath) next(acknowledgement(activity));
      lastHeardAt = Date.now();
      events.message();
    }
    return readable(activity);
  }

  // The same functions each time: Web Chat draws everything anew for others.
  const middleware = {
    attachmentMiddleware: shownMessage,
    activityStatusMiddleware: messageStatus(words.sentAt),
    scrollToEndButtonMiddleware: () => () => () => () => reactElement(moreBelowTag, {}),
  };

  function render(hideSendBox: boolean): void {
    if (!current) return;
    WebChat.renderWebChat(
      {
        directLine: current,
        store,
        locale: 'pl-PL',
        nonce: settings.nonce,
        role: 'main',
        styleOptions: { ...styleOptions(settings.picture), hideSendBox },
        overrideLocalizedStrings: words.webChat,
        ...middleware,
      },
      place,
    );
  }

  for (const act of ['pointerdown', 'keydown']) addEventListener(act, () => (lastHeardAt = 0));

  function focus(): void {
    const isTouched = matchMedia('(pointer: coarse)').matches;
    const target = isTouched ? 'h1' : '[data-id="webchat-sendbox-input"]';
    const found = document.querySelector<HTMLElement>(target);
    // The reader may open the chat before Web Chat has drawn its field.
    isFocusAwaited = !found;
    found?.focus();
  }

  return {
    async show(line) {
      place.hidden = false;
      // A connection that Web Chat has not let go of yet would make it overlook the next one.
      store.dispatch({ type: 'DIRECT_LINE/DISCONNECT' });
      await released;
      current = line;
      render(false);
      if (isFocusAwaited) focus();
    },
    closeSendBox: () => render(true),
    clear() {
      store.dispatch({ type: 'DIRECT_LINE/DISCONNECT' });
      store = createStore();
      place.hidden = true;
    },
    focus,
  };
}

/**
 * Has Web Chat believe that the reader has seen what was there before this message: it scrolls so far
 * that the first unseen message stands at the top, and it takes for seen what lies before the reader's
 * own last activity. Without it a message that comes by itself could stay below the edge.
 */
function acknowledgement({ id, timestamp }: Activity): Action {
  const activity: Activity = {
    id: `${id}-before`,
    type: 'event',
    name: 'seen',
    from: { role: 'user' },
    ...(timestamp === undefined ? {} : { timestamp }),
  };
  return { type: 'DIRECT_LINE/INCOMING_ACTIVITY', payload: { activity } };
}

function withActivity(action: Action, activity: Activity): Action {
  return { ...action, payload: { ...action.payload, activity } };
}

/** Web Chat's own lines about the connection would repeat our bar. */
function isAboutConnection({ payload }: Action): boolean {
  return payload?.id === 'connectivitystatus' && payload.message !== 'javascripterror';
}
