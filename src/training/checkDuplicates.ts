import { z } from 'zod';
import { foldedKey, type Intent } from '../understanding/index.ts';
import { readYamlFile } from '../yamlFile.ts';
import type { PlacedMessage } from './messagesFile.ts';

export type LabelFile = {
  readonly file: string;
  readonly label: Intent;
  readonly messages: readonly PlacedMessage[];
};

/**
 * Two labels cannot own the same message, and the same message twice in a file is a slip. Compared
 * as the bot reads them: without diacritics, case and punctuation. A title or button may repeat one
 * of its own questions.
 */
export function checkDuplicates(files: readonly LabelFile[]): void {
  const owners = new Map<string, { file: LabelFile; path: PlacedMessage['path'] }>();
  for (const file of files) {
    for (const { text, path } of file.messages) {
      const key = foldedKey(text);
      if (key === '') continue;
      const owner = owners.get(key);
      const isOwnTitle = owner?.file === file && owner.path[0] !== path[0];
      if (owner && !isOwnTitle) {
        const where = owner.file === file ? 'this file' : owner.file.file;
        failAt(file.file, path, `"${text}" is already in ${where}; keep it in one place`);
      }
      if (path[0] === 'questions' || !owner) owners.set(key, { file, path });
    }
  }
}

/** Throws an `EditableFileError` that names the line of the node on `path`. */
function failAt(file: string, path: PlacedMessage['path'], problem: string): void {
  readYamlFile(
    file,
    z.unknown().superRefine((_, context) => {
      context.addIssue({ code: 'custom', path: [...path], message: problem });
    }),
  );
}
