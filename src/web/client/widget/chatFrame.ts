import { element } from './element.ts';
import { options } from './options.ts';
import { settings } from './settings.ts';

type FromChat =
  { readonly kind: 'ready' | 'close' } | { readonly kind: 'unread'; readonly count: number };

export type ChatEvents = {
  /** The reader closes the window from within the chat. */
  readonly close: () => void;
  readonly unread: (count: number) => void;
};

/** The chat's page in a frame of the dialog, which is loaded when it is first wanted. */
export type ChatFrame = {
  /** Loads the page unless that was begun before. */
  want(): void;
  /** Tells the page whether it is seen, and gives it the focus when it is. */
  tellVisibility(): void;
};

/** Milliseconds until the reader is told that the chat does not come. */
const patience = 15_000;

export function createChatFrame(dialog: HTMLDialogElement, events: ChatEvents): ChatFrame {
  const { words } = settings;
  const waitText = element('p', { role: 'status' }, words.opening);
  const retry = element('button', { type: 'button', hidden: '' }, words.retry);
  let frame: HTMLIFrameElement | undefined;
  let port: MessagePort | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  retry.addEventListener('click', load);
  dialog.append(element('div', { class: 'wait' }, waitText, retry));

  function load(): void {
    dialog.classList.remove('ready');
    waitText.textContent = words.opening;
    retry.hidden = true;
    clearTimeout(timer);
    timer = setTimeout(fail, patience);
    frame?.remove();
    frame = element('iframe', {
      title: words.dialog,
      allow: 'clipboard-write',
      src: addressOfChat(),
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
    const { origin } = new URL(settings.address);
    frame?.contentWindow?.postMessage('legimi-czat', origin, [channel.port2]);
  }

  function hear(message: FromChat): void {
    if (message.kind === 'close') events.close();
    if (message.kind === 'unread') events.unread(message.count);
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

  function tellVisibility(): void {
    port?.postMessage({ kind: dialog.open ? 'shown' : 'hidden' });
    if (dialog.open && dialog.classList.contains('ready')) frame?.focus();
  }

  return {
    want() {
      if (!frame) load();
    },
    tellVisibility,
  };
}

function addressOfChat(): string {
  const address = new URL(settings.address);
  const { searchParams } = address;
  if (options.colour) searchParams.set('colour', options.colour);
  if (options.greeting) searchParams.set('greeting', options.greeting);
  if (options.isKiosk) searchParams.set('kiosk', '1');
  return address.href;
}
