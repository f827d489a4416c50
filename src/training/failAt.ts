import { z } from 'zod';
import { EditableFileError, readYamlFile } from '../yamlFile.ts';
import type { PlacedMessage } from './messagesFile.ts';

/** Throws an `EditableFileError` that names the line on which something stands. */
export function failAt(
  { file, path }: Pick<PlacedMessage, 'file' | 'path'>,
  problem: string,
): never {
  const failing = z.unknown().superRefine((_, context) => {
    context.addIssue({ code: 'custom', path: [...path], message: problem });
  });
  readYamlFile(file, failing);
  throw new EditableFileError(file, 1, problem);
}
