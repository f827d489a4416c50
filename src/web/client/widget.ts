// What a library puts on its page: a button that opens the chat in a frame. Until the reader presses
// it, nothing else is loaded, nothing stored and no cookie set. Runs under the host page's own
// Content-Security-Policy: no inline style, no eval, no HTML made from text.
(() => {
  type Words = Readonly<
    Record<'open' | 'area' | 'dialog' | 'opening' | 'close' | 'failed' | 'retry' | 'unread', string>
  >;
  type Settings = { readonly address: string; readonly colour: string; readonly words: Words };
  type FromChat =
    { readonly kind: 'ready' | 'close' } | { readonly kind: 'unread'; readonly count: number };

  const tagName = 'legimi-czat';
  const patience = 15_000;
  // The server puts its settings in the place of this text, so its type is the server's to keep.
  const settings = '__SETTINGS__' as unknown as Settings;
  const { words } = settings;
  const chatOrigin = new URL(settings.address).origin;
  const options = document.currentScript?.dataset ?? {};
  const chosenColour = /^#[\da-f]{6}$/i.test(options['colour'] ?? '')
    ? options['colour']
    : undefined;
  const fullScreen = matchMedia('(max-width: 520px), (max-height: 480px)');

  const rules = `
:host { all: initial !important; }
@media print { :host { display: none !important; } }
.place { position: fixed; z-index: 2147483000; inset: auto 20px 20px auto; font: 16px/1.5 -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif; }
.place.left { inset: auto auto 20px 20px; }
button { font: inherit; cursor: pointer; touch-action: manipulation; }
button:focus-visible { outline: 3px solid #fff; outline-offset: -1px; box-shadow: 0 0 0 6px #1a1a1a; }
.open { display: flex; align-items: center; gap: 10px; min-height: 56px; padding: 0 22px 0 18px; border: 2px solid transparent; border-radius: 28px; color: var(--text); background: var(--colour); font-weight: 600; box-shadow: 0 6px 20px rgb(0 0 0 / .28); }
.open:hover { filter: brightness(1.08); }
.open svg { width: 26px; height: 26px; flex: none; }
.count { min-width: 24px; padding: 0 6px; box-sizing: border-box; border: 2px solid #fff; border-radius: 14px; color: #fff; background: #b3261e; font-size: 14px; line-height: 22px; text-align: center; }
.count[hidden] { display: none; }
dialog { position: fixed; inset: auto 20px 92px auto; width: min(410px, calc(100vw - 40px)); height: min(680px, calc(100vh - 112px)); box-sizing: border-box; margin: 0; padding: 0; max-width: none; max-height: none; overflow: hidden; border: 1px solid rgb(0 0 0 / .18); border-radius: 18px; color: #2b2622; background: #faf6ef; box-shadow: 0 16px 48px rgb(0 0 0 / .32); overscroll-behavior: contain; }
.left dialog { inset: auto auto 92px 20px; }
dialog[open] { animation: rise .18s ease-out; }
dialog::backdrop { background: #faf6ef; }
@keyframes rise { from { opacity: 0; transform: translateY(12px); } }
.wait { position: absolute; inset: 0; display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 16px; padding: 24px; text-align: center; }
.wait p { margin: 0; }
.wait button, .shut { min-height: 44px; padding: 0 18px; border: 2px solid #2b2622; border-radius: 22px; color: #2b2622; background: #fff; }
.wait [hidden] { display: none; }
.shut { position: absolute; inset: 12px 12px auto auto; }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; visibility: hidden; color-scheme: normal; }
.ready iframe { visibility: visible; }
.ready .wait, .ready .shut { display: none; }
@media (max-width: 520px), (max-height: 480px) { .place dialog { inset: 0; width: 100%; height: 100%; height: 100dvh; border: 0; border-radius: 0; } }
@media (prefers-color-scheme: dark) { dialog, dialog::backdrop { color: #f3ece1; background: #1c1917; } .wait button, .shut { border-color: #f3ece1; color: #f3ece1; background: #1c1917; } }
@media (prefers-reduced-motion: reduce) { dialog[open] { animation: none; } }
@media (forced-colors: active) { .open, dialog { border-color: ButtonText; } button:focus-visible { outline-color: Highlight; } }
`;

  function element<Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    attributes: Readonly<Record<string, string>>,
    ...children: readonly (Node | string)[]
  ): HTMLElementTagNameMap[Tag] {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  function bookIcon(): SVGSVGElement {
    const namespace = 'http://www.w3.org/2000/svg';
    const icon = document.createElementNS(namespace, 'svg');
    icon.setAttribute('viewBox', '0 0 24 24');
    icon.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS(namespace, 'path');
    path.setAttribute(
      'd',
      'M12 6.2C10.2 4.9 7.6 4.3 4 4.3v13c3.6 0 6.2.6 8 1.9 1.8-1.3 4.4-1.9 8-1.9v-13c-3.6 0-6.2.6-8 1.9Zm0 0v13',
    );
    path.setAttribute('fill', 'none');
    path.setAttribute('stroke', 'currentColor');
    path.setAttribute('stroke-width', '1.8');
    path.setAttribute('stroke-linejoin', 'round');
    icon.append(path);
    return icon;
  }

  /** Black or white, whichever is easier to read on the colour: the better one always has 4.5:1. */
  function textOn(colour: string): string {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
      const part = parseInt(colour.slice(start, start + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000' : '#fff';
  }

  function dress(root: ShadowRoot): void {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      root.adoptedStyleSheets = [sheet];
    } catch {
      // Browsers before 2023. A host page with a strict policy shows them the button unstyled.
      root.append(element('style', {}, rules));
    }
  }

  function start(): void {
    if (document.querySelector(tagName)) return;
    const host = document.createElement(tagName);
    const root = host.attachShadow({ mode: 'open' });
    dress(root);

    const label = options['label'] ?? words.open;
    const count = element('span', { class: 'count', hidden: '', 'aria-hidden': 'true' });
    const open = element(
      'button',
      { class: 'open', type: 'button', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' },
      bookIcon(),
      element('span', {}, label),
      count,
    );
    const waitText = element('p', { role: 'status' }, words.opening);
    const retry = element('button', { type: 'button', hidden: '' }, words.retry);
    const shut = element('button', { class: 'shut', type: 'button' }, words.close);
    const wait = element('div', { class: 'wait' }, waitText, retry);
    const dialog = element('dialog', { 'aria-label': words.dialog }, wait, shut);
    const place = element(
      'div',
      { class: 'place', role: 'region', 'aria-label': words.area },
      open,
      dialog,
    );
    if (options['position'] === 'left') place.classList.add('left');
    const colour = chosenColour ?? settings.colour;
    place.style.setProperty('--colour', colour);
    place.style.setProperty('--text', textOn(colour));
    root.append(place);
    document.body.append(host);

    let frame: HTMLIFrameElement | undefined;
    let port: MessagePort | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function load(): void {
      dialog.classList.remove('ready');
      waitText.textContent = words.opening;
      retry.hidden = true;
      clearTimeout(timer);
      timer = setTimeout(fail, patience);
      frame?.remove();
      const address = new URL(settings.address);
      if (chosenColour) address.searchParams.set('colour', chosenColour);
      frame = element('iframe', {
        title: words.dialog,
        allow: 'clipboard-write',
        src: address.href,
      });
      frame.addEventListener('load', introduce);
      dialog.append(frame);
    }

    /** Hands the page in the frame a private line. Only the chat's own origin can receive it. */
    function introduce(): void {
      port?.close();
      const channel = new MessageChannel();
      port = channel.port1;
      port.onmessage = ({ data }: MessageEvent<FromChat>) => hear(data);
      frame?.contentWindow?.postMessage('legimi-czat', chatOrigin, [channel.port2]);
    }

    function hear(message: FromChat): void {
      if (message.kind === 'close') close();
      if (message.kind === 'unread') showUnread(message.count);
      if (message.kind === 'ready') {
        clearTimeout(timer);
        dialog.classList.add('ready');
        tellVisibility();
      }
    }

    function fail(): void {
      waitText.textContent = words.failed;
      retry.hidden = false;
    }

    function showUnread(unread: number): void {
      const number = String(unread);
      count.hidden = unread === 0;
      count.textContent = number;
      if (unread === 0) open.removeAttribute('aria-label');
      else open.setAttribute('aria-label', `${label}. ${words.unread.replace('#', number)}`);
    }

    function tellVisibility(): void {
      port?.postMessage({ kind: dialog.open ? 'shown' : 'hidden' });
      if (dialog.open && dialog.classList.contains('ready')) frame?.focus();
    }

    /** A phone's whole screen is a modal dialog; on a desk the page beside the chat stays usable. */
    function unfold(): void {
      dialog.close();
      if (fullScreen.matches) dialog.showModal();
      else dialog.show();
    }

    function close(): void {
      dialog.close();
      open.setAttribute('aria-expanded', 'false');
      tellVisibility();
      open.focus();
    }

    open.addEventListener('click', () => {
      if (dialog.open) return close();
      if (!frame) load();
      unfold();
      open.setAttribute('aria-expanded', 'true');
      showUnread(0);
      tellVisibility();
    });
    shut.addEventListener('click', close);
    retry.addEventListener('click', load);
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      close();
    });
    place.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && dialog.open) close();
    });
    fullScreen.addEventListener('change', () => {
      if (dialog.open) unfold();
    });
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
