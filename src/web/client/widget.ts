// What a library puts on its page: a button that opens the chat in a frame. Until the reader presses
// it, nothing else is loaded, nothing stored and no cookie set. Runs under the host page's own
// Content-Security-Policy: no inline style, no eval, no HTML made from text.
(() => {
  type Words = Readonly<
    Record<'open' | 'area' | 'dialog' | 'opening' | 'close' | 'failed' | 'retry' | 'unread', string>
  >;
  type Settings = {
    readonly address: string;
    readonly colour: string;
    readonly rules: string;
    readonly words: Words;
  };
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
    const light = (start: number): number => {
      const part = parseInt(colour.slice(start, start + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * light(1) + 0.7152 * light(3) + 0.0722 * light(5) > 0.179 ? '#000' : '#fff';
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
    // Beside the body: pages that load without leaving replace it, and what moves or fades a body would
    // take the button along.
    document.documentElement.append(host);

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
      const { searchParams } = address;
      if (chosenColour) searchParams.set('colour', chosenColour);
      if (options['greeting']) searchParams.set('greeting', options['greeting']);
      // A bare attribute is enough.
      if (options['kiosk'] !== undefined) searchParams.set('kiosk', '1');
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
      fit();
    }

    /** A phone's keyboard covers a part of the page without making it smaller: the rest is the chat's. */
    function fit(): void {
      const { visualViewport: seen } = window;
      // Who has enlarged the page with two fingers looks at a part of it on purpose.
      const isCovered = seen && fullScreen.matches && Math.round(seen.scale * 100) === 100;
      place.style.setProperty('--seen', isCovered ? `${seen.height}px` : '');
      place.style.setProperty('--above', isCovered ? `${seen.offsetTop}px` : '');
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
    for (const change of ['resize', 'scroll']) visualViewport?.addEventListener(change, fit);
    fullScreen.addEventListener('change', () => {
      if (dialog.open) unfold();
    });
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
