import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openFileLedger, type CodeLedger } from '../../../src/codes/index.ts';
import { month } from '../../../src/rules/index.ts';
import { openDataFolder } from '../../../src/storage/index.ts';
import { compileProgram, type CompiledProgram } from '../../storage/support/compiledProgram.ts';
import { Recorder, type Answer } from './history.ts';
import { lookAt } from './lookAt.ts';
import type { Fault } from './mortalFiles.ts';

const december = month('2026-12');
const now = new Date('2026-12-10T08:00:00Z');

type Line =
  | { readonly event: 'open' | 'closed' }
  | { readonly event: 'asked'; readonly id: number; readonly card: string }
  | {
      readonly event: 'answered';
      readonly id: number;
      readonly outcome: 'issued' | 'alreadyClaimed' | 'poolEmpty' | 'unavailable';
      readonly code?: string;
    };

/** How a life of the process is to end. */
export type Death =
  | { readonly by: 'fault'; readonly fault: Fault }
  /** kill -9 from outside, so many milliseconds after the ledger was opened. */
  | { readonly by: 'kill'; readonly after: number }
  | { readonly by: 'nothing' };

export type Crowd = {
  readonly cards: readonly string[];
  readonly calls: number;
  readonly together: number;
  /** A program that runs the process, with its parameters. */
  readonly under?: readonly string[];
};

export type Life = {
  readonly signal: NodeJS.Signals | null;
  readonly exitCode: number | null;
  readonly answers: number;
  /** The process closed its ledger and ended by itself. */
  readonly isComplete: boolean;
};

/** A ledger in a folder, used by one process after the other, and everything anybody heard of it. */
export class MortalLedger {
  readonly recorder = new Recorder();
  readonly #folder: string;
  readonly #program: string;
  #loaded = 0;

  constructor(folder: string, program: string) {
    this.#folder = folder;
    this.#program = program;
  }

  /** Looks at the ledger as the next process would find it, and loads more codes. */
  async inspect(load = 0): Promise<void> {
    await this.#withLedger(async (ledger) => {
      this.recorder.see(await lookAt(ledger, december));
      if (load === 0) return;
      const codes = Array.from({ length: load }, (_, index) => `CODE-${this.#loaded + index}`);
      await this.recorder.load(december, codes, () =>
        ledger.importPool(december, codes, now, 'staff'),
      );
      this.#loaded += load;
    });
  }

  /** A process claims for the cards, some at a time, until it dies as it shall. */
  async live(death: Death, { cards, calls, together, under = [] }: Crowd): Promise<Life> {
    const fault = death.by === 'fault' ? death.fault : null;
    const task = JSON.stringify({ folder: this.#folder, cards, calls, together, fault });
    const [command = '', ...parameters] = [...under, process.execPath, this.#program, task];
    const child = spawn(command, parameters, {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const exit = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
    const asked = new Map<number, { card: string; began: number }>();
    let answers = 0;
    let isComplete = false;
    const output = createInterface(child.stdout);
    const read = once(output, 'close');
    output.on('line', (text) => {
      const line = JSON.parse(text) as Line;
      if (line.event === 'open' && death.by === 'kill') {
        setTimeout(() => child.kill('SIGKILL'), death.after);
      }
      if (line.event === 'closed') isComplete = true;
      if (line.event === 'asked') {
        asked.set(line.id, { card: line.card, began: this.recorder.next() });
      }
      if (line.event === 'answered') {
        const question = asked.get(line.id);
        if (!question) throw new Error('An answer came before its question.');
        asked.delete(line.id);
        answers += 1;
        const ended = this.recorder.next();
        this.recorder.calls.push({ ...question, month: december, ended, answer: answerOf(line) });
      }
    });
    const [exitCode, signal] = await exit;
    await read;
    for (const { card, began } of asked.values()) {
      const answer: Answer = { outcome: 'unknown' };
      this.recorder.calls.push({ card, month: december, began, ended: Infinity, answer });
    }
    return { signal, exitCode, answers, isComplete };
  }

  async #withLedger(work: (ledger: CodeLedger) => Promise<void>): Promise<void> {
    const dataFolder = await openDataFolder(this.#folder, { kind: 'demo' });
    const ledger = await openFileLedger({
      folder: this.#folder,
      clock: () => now,
      auditKey: new Uint8Array(32),
    });
    try {
      await work(ledger);
    } finally {
      await ledger.close();
      await dataFolder.release();
    }
  }
}

function answerOf(line: Extract<Line, { event: 'answered' }>): Answer {
  if (line.outcome === 'poolEmpty' || line.outcome === 'unavailable') {
    return { outcome: line.outcome };
  }
  return { outcome: line.outcome, code: line.code ?? '' };
}

/** The process, compiled so that plain node runs it. */
export function compileMortalProcess(): Promise<CompiledProgram> {
  return compileProgram(join(import.meta.dirname, 'mortalProcess.ts'));
}
