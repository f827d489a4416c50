import type { ChatWords } from './chatSettings.ts';
import { spelled, type Code } from './code.ts';

const readingTime = 4000;

/** The code as large text that can be selected, read aloud and copied with one press. */
export function codeBox(code: Code, words: ChatWords['code']): HTMLElement {
  const box = document.createElement('div');
  box.className = 'code';
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', words.label);

  const shown = document.createElement('span');
  shown.className = 'code-value';
  shown.translate = false;
  shown.setAttribute('aria-hidden', 'true');
  shown.textContent = code.grouped;
  const read = document.createElement('span');
  read.className = 'only-read';
  read.textContent = spelled(code);

  const copy = document.createElement('button');
  copy.type = 'button';
  copy.textContent = words.copy;
  const result = document.createElement('span');
  result.className = 'only-read';
  result.setAttribute('role', 'status');

  let timer: ReturnType<typeof setTimeout> | undefined;
  copy.addEventListener('click', () => {
    void copyText(code.plain, shown).then((isCopied) => {
      const answer = isCopied ? words.copied : words.copyFailed;
      copy.textContent = answer;
      result.textContent = answer;
      clearTimeout(timer);
      timer = setTimeout(() => {
        copy.textContent = words.copy;
        result.textContent = '';
      }, readingTime);
    });
  });
  box.append(shown, read, copy, result);
  return box;
}

/** Some browsers give a frame no clipboard: then the selection of the shown code has to do. */
async function copyText(text: string, shown: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(shown);
    return document.execCommand('copy');
  }
}
