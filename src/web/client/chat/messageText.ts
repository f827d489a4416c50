import type { ChatWords } from './chatSettings.ts';
import type { Code } from './code.ts';
import type { PageLink } from './pageLinks.ts';
import { codeBox } from './codeBox.ts';

export const messageTextTag = 'legimi-wiadomosc';

/**
 * Defines the element that shows a message of the bot: plain text with paragraphs, lists ("• "), links
 * and a code. Text stays text: nothing the bot or a reader wrote is ever read as HTML or Markdown.
 */
export function defineMessageText(words: ChatWords): void {
  customElements.define(
    messageTextTag,
    class extends HTMLElement {
      static readonly observedAttributes = ['text', 'code', 'links'];

      connectedCallback(): void {
        this.attributeChangedCallback();
      }

      attributeChangedCallback(): void {
        if (!this.isConnected) return;
        // The attributes are written by webChatView.ts and by nobody else.
        const code = JSON.parse(this.getAttribute('code') ?? 'null') as Code | null;
        const links = JSON.parse(this.getAttribute('links') ?? '[]') as readonly PageLink[];
        const content = messageContent(this.getAttribute('text') ?? '', code, words);
        if (links.length > 0) content.push(linkButtons(links, words.newTab));
        this.replaceChildren(...content);
      }
    },
  );
}

function messageContent(text: string, code: Code | null, words: ChatWords): HTMLElement[] {
  const blocks: HTMLElement[] = [];
  let isCodeShown = false;
  let open: HTMLElement | null = null;
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (code && line === code.grouped) {
      blocks.push(codeBox(code, words.code));
      isCodeShown = true;
      open = null;
    } else if (line === '') {
      open = null;
    } else if (line.startsWith('• ')) {
      if (open?.tagName !== 'UL') blocks.push((open = document.createElement('ul')));
      const item = document.createElement('li');
      item.append(...withLinks(line.slice(2).trim(), words.newTab));
      open.append(item);
    } else {
      if (open?.tagName !== 'P') blocks.push((open = document.createElement('p')));
      const part = document.createElement('span');
      part.append(...withLinks(line, words.newTab));
      open.append(part);
    }
  }
  if (code && !isCodeShown) blocks.push(codeBox(code, words.code));
  return blocks;
}

const address = /https?:\/\/[^\s<>"„”]*[^\s<>"„”.,;:!?)\]]/g;

/** Web addresses become links to a new tab; what is shown leaves the scheme out. */
export function withLinks(text: string, newTab: string): (string | HTMLElement)[] {
  const parts: (string | HTMLElement)[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const [url] = match;
    const title = url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
    parts.push(text.slice(end, match.index), link(url, title, newTab));
    end = (match.index ?? 0) + url.length;
  }
  return [...parts, text.slice(end)].filter((part) => part !== '');
}

function linkButtons(links: readonly PageLink[], newTab: string): HTMLElement {
  const row = document.createElement('p');
  row.className = 'links';
  row.append(...links.map(({ title, url }) => link(url, title, newTab)));
  return row;
}

function link(url: string, title: string, newTab: string): HTMLElement {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.target = '_blank';
  anchor.rel = 'noopener noreferrer';
  const hint = document.createElement('span');
  hint.className = 'only-read';
  hint.textContent = ` (${newTab})`;
  anchor.append(title, hint);
  return anchor;
}
