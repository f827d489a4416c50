import { expect, test } from 'vitest';
import { codedError } from '../src/codedError.ts';

const withCode = (message: string, code: unknown): Error =>
  Object.assign(new Error(message), { code });

test.each([
  ['of ours', withCode('No codes.', 'LEDGER_UNAVAILABLE'), 'LEDGER_UNAVAILABLE', 'No codes.'],
  ['of the system, told once', withCode('ENOSPC: no space', 'ENOSPC'), 'ENOSPC', 'no space'],
  ['of PostgreSQL', withCode('shutting down', '57P01'), '57P01', 'shutting down'],
  ['without a code', new Error('odd'), 'CODELESS', 'odd'],
  ['whose code is no name', withCode('odd', 'a reader said so'), 'CODELESS', 'odd'],
  ['that is no error', null, 'CODELESS', 'null'],
])('an error %s has a code and says what happened', (_whose, error, code, message) => {
  expect(codedError(error, 'CODELESS')).toEqual({ code, message });
});
