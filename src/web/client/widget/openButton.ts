import { bookIcon } from './bookIcon.ts';
import { element } from './element.ts';
import { settings } from './settings.ts';

/** The button that opens and closes the chat, with the number of messages nobody has seen yet. */
export type OpenButton = {
  readonly button: HTMLButtonElement;
  showUnread(unread: number): void;
  tellOpen(isOpen: boolean): void;
};

export function createOpenButton(label: string): OpenButton {
  const count = element('span', { class: 'count', hidden: '', 'aria-hidden': 'true' });
  const button = element(
    'button',
    { class: 'open', type: 'button', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
    bookIcon(),
    element('span', {}, label),
    count,
  );
  return {
    button,
    showUnread(unread) {
      const number = String(unread);
      count.hidden = unread === 0;
      count.textContent = number;
      if (unread === 0) button.removeAttribute('aria-label');
      else
        button.setAttribute(
          'aria-label',
          `${label}. ${settings.words.unread.replace('#', number)}`,
        );
    },
    tellOpen: (isOpen) => button.setAttribute('aria-expanded', String(isOpen)),
  };
}
