import { foldedKey, type Intent } from '../understanding/index.ts';
import { failAt } from './failAt.ts';
import type { PlacedMessage } from './messagesFile.ts';

/**
 * Two labels cannot own the same message, and the same message twice under a label is a slip.
 * Compared as the bot reads them: without diacritics, case and punctuation. A title or button may
 * repeat one of the messages of its own label. Throws an `EditableFileError`.
 */
export function checkDuplicates(messages: ReadonlyMap<Intent, readonly PlacedMessage[]>): void {
  const owners = new Map<string, { label: Intent; message: PlacedMessage }>();
  for (const [label, list] of messages) {
    for (const message of list) {
      const key = foldedKey(message.text);
      const owner = owners.get(key);
      if (owner && !isOwnTitle(label, message, owner)) {
        const { file } = owner.message;
        const where = file === message.file ? 'this file' : file;
        failAt(message, `"${message.text}" is already in ${where}; keep it in one place`);
      }
      if (key !== '' && (!owner || !isTitle(message))) owners.set(key, { label, message });
    }
  }
}

function isOwnTitle(
  label: Intent,
  message: PlacedMessage,
  owner: { label: Intent; message: PlacedMessage },
): boolean {
  return owner.label === label && (isTitle(message) || isTitle(owner.message));
}

function isTitle({ path: [first] }: PlacedMessage): boolean {
  return first === 'title' || first === 'button';
}
