import type { Say, TextKey } from '../text/index.ts';
import type { ChatWords } from './client/chat/chatSettings.ts';

type WebChatKey = Extract<TextKey, `widget.webChat.${string}`>;

/** Sentences of Microsoft's Web Chat that it lacks in Polish or that sound wrong, by its names. */
const webChatKeys: Readonly<Record<WebChatKey, true>> = {
  'widget.webChat.ACTIVITY_BOT_ATTACHED_ALT': true,
  'widget.webChat.ACTIVITY_BOT_SAID_ALT': true,
  'widget.webChat.ACTIVITY_INTERACTIVE_FOOTNOTE_ALT': true,
  'widget.webChat.ACTIVITY_INTERACTIVE_REASON_INTERACTIVE_CONTENT_ALT': true,
  'widget.webChat.ACTIVITY_INTERACTIVE_REASON_SEND_FAILED_ALT': true,
  'widget.webChat.ACTIVITY_STATUS_SEND_FAILED_RETRY': true,
  'widget.webChat.ACTIVITY_STATUS_SEND_STATUS_ALT_SENDING': true,
  'widget.webChat.ACTIVITY_STATUS_SEND_STATUS_ALT_SENT_AT': true,
  'widget.webChat.ACTIVITY_YOU_SAID_ALT': true,
  'widget.webChat.KEYBOARD_HELP_CHAT_HISTORY_ACCESS_ITEMS_IN_MESSAGE_HEADER': true,
  'widget.webChat.KEYBOARD_HELP_CHAT_HISTORY_HEADER': true,
  'widget.webChat.KEYBOARD_HELP_CHAT_HISTORY_LEAVE_MESSAGE_HEADER': true,
  'widget.webChat.KEYBOARD_HELP_CHAT_WINDOW_BODY_DO_ACTION_HEADER': true,
  'widget.webChat.KEYBOARD_HELP_CHAT_WINDOW_HEADER': true,
  'widget.webChat.MARKDOWN_EXTERNAL_LINK_ALT': true,
  'widget.webChat.SUGGESTED_ACTIONS_LABEL_ALT': true,
  'widget.webChat.TELEPHONE_KEYPAD_INPUT_MESSAGE': true,
  'widget.webChat.TEXT_INPUT_ALT': true,
  'widget.webChat.TEXT_INPUT_ATTACHMENTS_FEW': true,
  'widget.webChat.TEXT_INPUT_ATTACHMENTS_MANY': true,
  'widget.webChat.TEXT_INPUT_ATTACHMENTS_ONE': true,
  'widget.webChat.TEXT_INPUT_ATTACHMENTS_OTHER': true,
  'widget.webChat.TEXT_INPUT_ATTACHMENTS_TWO': true,
  'widget.webChat.TEXT_INPUT_DROP_ZONE': true,
  'widget.webChat.TEXT_INPUT_LENGTH_EXCEEDED_ALT': true,
  'widget.webChat.TEXT_INPUT_PLACEHOLDER': true,
  'widget.webChat.TEXT_INPUT_TELEPHONE_KEYPAD_BUTTON_ALT': true,
  'widget.webChat.TRANSCRIPT_ARIA_LABEL_ALT': true,
  'widget.webChat.TRANSCRIPT_ARIA_ROLE_ALT': true,
  'widget.webChat.TRANSCRIPT_LIVE_REGION_INTERACTIVE_LABEL_ALT': true,
  'widget.webChat.TRANSCRIPT_LIVE_REGION_INTERACTIVE_WITH_LINKS_LABEL_ALT': true,
  'widget.webChat.TRANSCRIPT_LIVE_REGION_SEND_FAILED_ALT': true,
  'widget.webChat.TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_LABEL_ALT': true,
  'widget.webChat.TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_WITH_ACCESS_KEY_LABEL_ALT': true,
  'widget.webChat.TRANSCRIPT_MORE_MESSAGES': true,
  'widget.webChat.TRANSCRIPT_TERMINATOR_TEXT': true,
  'widget.webChat.TYPING_INDICATOR_ALT': true,
  'widget.webChat.TYPING_INDICATOR_MULTIPLE_TEXT': true,
  'widget.webChat.TYPING_INDICATOR_SINGLE_TEXT': true,
};

/** All words of the chat page. `contact` is how to reach a person, in one line. */
export function chatWords(say: Say, contact: string): ChatWords {
  const keys = Object.keys(webChatKeys) as WebChatKey[]; // the keys are the record's own
  return {
    state: {
      connecting: say('widget.state.connecting'),
      lost: say('widget.state.lost'),
      offline: say('widget.state.offline'),
      back: say('widget.state.back'),
      unreachable: say('widget.state.unreachable'),
      crowded: say('widget.state.crowded'),
      misplaced: say('widget.state.misplaced', { contact }),
      over: say('widget.state.over'),
      signedOut: say('widget.state.signedOut'),
      closed: say('widget.state.closed'),
      startAnew: say('widget.state.startAnew'),
    },
    session: {
      idle: say('widget.session.idle', { seconds: '#' }),
      idleShared: say('widget.session.idleShared', { seconds: '#' }),
      codeShown: say('widget.session.codeShown', { seconds: '#' }),
      final: say('widget.session.final', { seconds: '#' }),
      finalShared: say('widget.session.finalShared', { seconds: '#' }),
      stay: say('widget.session.stay'),
      leave: say('widget.session.leave'),
    },
    code: {
      label: say('widget.code.label'),
      copy: say('widget.code.copy'),
      copied: say('widget.code.copied'),
      copyFailed: say('widget.code.copyFailed'),
    },
    sentAt: say('widget.time.sentAt', { time: '#' }),
    newTab: say('widget.page.newTab'),
    moreBelow: say('widget.page.moreBelow'),
    webChat: Object.fromEntries(keys.map((key) => [key.slice('widget.webChat.'.length), say(key)])),
  };
}
