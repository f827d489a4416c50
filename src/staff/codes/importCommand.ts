import { basename } from 'node:path';
import type { Month } from '../../rules/index.ts';
import type { Say } from '../../text/index.ts';
import { confirm } from '../confirm.ts';
import { sayPreview, sayRefusal, saySaved } from './sayImport.ts';
import type { StaffIo } from '../staffContext.ts';
import { largestCodeFile } from './codeFile.ts';
import type { StaffOperations } from '../staffOperations.ts';

export type ImportRequest = {
  readonly name: string;
  readonly file: Uint8Array;
  readonly month: Month;
  readonly isConfirmed: boolean;
  readonly acceptsAnyLength: boolean;
};

/** Previews, asks, saves. Resolves with the exit code: 0 only when saved, or when the answer was no. */
export async function importCodes(
  operations: StaffOperations,
  say: Say,
  io: StaffIo,
  request: ImportRequest,
): Promise<number> {
  const { file, month, acceptsAnyLength } = request;
  const refuse = (lines: readonly string[]): number => {
    io.err(`${lines.join('\n')}\n`);
    return 1;
  };
  if (file.length > largestCodeFile) return refuse(sayRefusal(say, { outcome: 'tooLarge' }));

  const preview = await operations.previewImport(file, month, { acceptsAnyLength });
  if (preview.outcome !== 'ready') return refuse(sayRefusal(say, preview));
  io.out(`${sayPreview(say, basename(request.name), preview).join('\n')}\n`);

  const answer = request.isConfirmed ? 'yes' : await confirm(say('staff.import.question'), say, io);
  if (answer !== 'yes') {
    io.out(`${say('staff.import.notSaved')}\n`);
    return answer === 'no' ? 0 : 1;
  }
  const result = await operations.commitImport(file, month, { acceptsAnyLength });
  if (result.outcome !== 'imported') return refuse(sayRefusal(say, result));
  io.out(`${saySaved(say, result)}\n`);
  return 0;
}
