export type StateKind = 'calm' | 'good' | 'warning' | 'ended';

/** The bar above the conversation that says when something is wrong with it, and what to do. */
export type StateBar = {
  show(text: string, kind: StateKind, action?: { label: string; run: () => void }): void;
  /** Shows for a moment that all is well again. */
  reassure(text: string): void;
  hide(): void;
};

const readingTime = 5000;

export function createStateBar(bar: HTMLElement): StateBar {
  const text = document.createElement('p');
  // In the page from the start, and empty: screen readers announce what appears in it later.
  text.setAttribute('role', 'status');
  const button = document.createElement('button');
  button.type = 'button';
  button.hidden = true;
  bar.append(text, button);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const set: StateBar['show'] = (words, kind, action) => {
    clearTimeout(timer);
    bar.dataset['kind'] = kind;
    if (text.textContent !== words) text.textContent = words;
    button.hidden = !action;
    button.textContent = action?.label ?? '';
    button.onclick = action?.run ?? null;
  };
  const hide = (): void => set('', 'calm');

  return {
    show: set,
    hide,
    reassure(words) {
      set(words, 'good');
      timer = setTimeout(hide, readingTime);
    },
  };
}
