import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { compileMessage } from '../../../src/text/messageFormat.ts';
import type { Say } from '../../../src/text/index.ts';

/** The real words of the sign-in page, without the rest of the locale. */
export function signInWords(): Say {
  const file: unknown = parse(readFileSync('locales/pl/signInPage.yml', 'utf8'));
  return (key, ...values) => {
    let found: unknown = { signInPage: file };
    for (const name of key.split('.')) found = (found as Record<string, unknown>)[name];
    if (typeof found !== 'string') throw new Error(`no sentence ${key}`);
    return compileMessage(found.trimEnd()).format(values[0] ?? {});
  };
}
