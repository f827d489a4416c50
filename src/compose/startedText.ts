import type { Config } from '../config/index.ts';
import { demoReaderList } from '../library/index.ts';

/** What the operator reads once the server listens. */
export function startedText(config: Config): string {
  if (config.kind === 'library') return `Listening for ${config.publicUrl}. Ctrl+C stops it.\n`;
  const width = Math.max(...demoReaderList.map(({ card }) => card.length));
  const readers = demoReaderList.map(
    ({ card, password, shows }) => `  ${card.padEnd(width)}  ${password.padEnd(14)}  ${shows}`,
  );
  const way =
    config.demoLibrary === 'sip2'
      ? 'Its accounts are asked over SIP2, from a test server in this process.\n'
      : '';
  return `
A fictional demo library is open.
${way}
  Demo page             ${config.publicUrl}/
  Bot Framework Emulator  ${config.publicUrl}/api/messages

Demo readers (card, password, what each one shows):
${readers.join('\n')}

Stop it with Ctrl+C.
`;
}
