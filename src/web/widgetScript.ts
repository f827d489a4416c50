import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defaultColour } from './colours.ts';
import type { BrowserFile, LoaderSource } from './browserFiles.ts';
import type { Encoding } from './contentEncoding.ts';
import type { WebOptions } from './webOptions.ts';

/** The loader that a library's page includes, with the words and address of this server in it. */
export type WidgetScript = {
  read(encoding: Encoding): BrowserFile;
  /** Changes with every byte. */
  readonly tag: string;
};

export function widgetScript(loader: LoaderSource, options: WebOptions): WidgetScript {
  const { say, publicUrl } = options;
  const settings = {
    address: `${publicUrl}/chat`,
    colour: options.colour ?? defaultColour,
    rules: loader.rules.replace(/\s+/g, ' '),
    words: {
      open: say('widget.loader.open'),
      area: say('widget.loader.area'),
      dialog: say('widget.loader.dialog'),
      opening: say('widget.loader.opening'),
      close: say('widget.loader.close'),
      failed: say('widget.loader.failed'),
      retry: say('widget.loader.retry'),
      unread: say('widget.loader.unread'),
    },
  };
  const script = Buffer.from(loader.script.replace('__SETTINGS__', () => JSON.stringify(settings)));
  const contents: Readonly<Record<Encoding, Buffer>> = {
    br: brotliCompressSync(script),
    gzip: gzipSync(script, { level: 9 }),
    identity: script,
  };
  return {
    read: (encoding) => ({
      content: contents[encoding],
      contentType: 'text/javascript; charset=utf-8',
    }),
    tag: `"${createHash('sha256').update(script).digest('base64url').slice(0, 16)}"`,
  };
}
