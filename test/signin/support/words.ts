import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { compileMessage, type Message } from '../../../src/text/messageFormat.ts';
import type { Say } from '../../../src/text/index.ts';

const compiled = new Map<string, Message>();

/** The real words of the sign-in page, without the rest of the locale. */
export function signInWords(): Say {
  if (compiled.size === 0) {
    compileAll('signInPage', parse(readFileSync('locales/pl/signInPage.yml', 'utf8')));
  }
  return (key, ...values) => {
    const message = compiled.get(key);
    if (!message) throw new Error(`no sentence ${key}`);
    return message.format(values[0] ?? {});
  };
}

function compileAll(prefix: string, tree: unknown): void {
  if (typeof tree === 'string') compiled.set(prefix, compileMessage(tree.trimEnd()));
  else if (typeof tree === 'object' && tree !== null) {
    for (const [name, value] of Object.entries(tree)) compileAll(`${prefix}.${name}`, value);
  }
}
