import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { month } from '../../../src/rules/index.ts';
import { compileProgram, type CompiledProgram } from '../../storage/support/compiledProgram.ts';

export const december = month('2026-12');
export const releaseDay = new Date('2026-12-10T08:00:00Z');
/** More than there are codes, so that the last of them find the pool empty. */
export const readers = 400;
export const codes = Array.from({ length: 300 }, (_, index) => `CODE-${index}`);

/** A process whose readers claim, and which tells every claim that was acknowledged. */
export type ClaimingProcess = {
  /** The lines it told so far. */
  readonly told: readonly string[];
  /** Writes a line to it. */
  write(line: string): void;
  /** Resolves when the process has told so many lines, or has ended. */
  hasTold(lines: number): Promise<void>;
  /** Kills it; resolves with what ended it, when all it told was read. */
  kill(): Promise<NodeJS.Signals | null>;
};

/** Compiles one of the programs beside this file for the tests; returns what starts it. */
export function claimingProcesses(
  source: string,
): (...parameters: readonly (string | number)[]) => ClaimingProcess {
  let program: CompiledProgram | null = null;
  beforeAll(async () => {
    program = await compileProgram(join(import.meta.dirname, source));
  });
  afterAll(() => program?.remove());

  return (...parameters) => {
    if (!program) throw new Error('Processes run during tests only.');
    const child = spawn(process.execPath, [program.file, ...parameters.map(String)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const told: string[] = [];
    const output = createInterface(child.stdout);
    const exit = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
    const read = once(output, 'close');
    output.on('line', (line) => told.push(line));
    return {
      told,
      write: (line) => void child.stdin.write(`${line}\n`),
      hasTold: (lines) =>
        new Promise((resolve) => {
          const look = (): void => {
            if (told.length >= lines) resolve();
          };
          output.on('line', look);
          output.once('close', resolve);
          look();
        }),
      async kill() {
        child.kill('SIGKILL');
        const [, signal] = await exit;
        await read;
        return signal;
      },
    };
  };
}
