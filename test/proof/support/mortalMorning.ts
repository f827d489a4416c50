import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as pass } from 'node:timers/promises';
import { expect } from 'vitest';
import { month } from '../../../src/rules/index.ts';
import { compileProgram, type CompiledProgram } from '../../storage/support/compiledProgram.ts';
import { temporaryFolder } from '../../storage/support/temporaryFolder.ts';
import { lastingPort } from '../../support/freePort.ts';
import { runProgram, type Program } from '../../support/program.ts';
import { checkHistory } from './checkHistory.ts';
import { ChattingReader } from './chattingReader.ts';
import { Recorder } from './history.ts';
import { lookInto } from './lookInto.ts';
import type { Fault } from './mortalFiles.ts';
import { recordSeeds } from './recordSeeds.ts';
import { rehearsalAfter, releaseLibrary } from './releaseLibrary.ts';

/** When a program is killed with -9. */
export type Death =
  /** A share of the time that a start takes, counted from the start of its process. */
  | { readonly whileStarting: number }
  /** The same, counted from the moment when it listens: a slow machine is slow with readers, too. */
  | { readonly afterListening: number }
  /** In a file operation, or not at all when its life has fewer of them. */
  | { readonly fault: Fault };

export type MorningSizes = { readonly readers: number; readonly codes: number };

const december = month('2026-12');

/** What lets a program die in its file operations, compiled so that plain node loads it. */
export function compileMortality(): Promise<CompiledProgram> {
  return compileProgram(join(import.meta.dirname, 'mortalProgram.ts'));
}

/**
 * Release day on one data folder, whose program dies and is started again while readers claim in the
 * chat. Each death is followed by a look at what it left.
 */
export class MortalMorning {
  readonly recorder = new Recorder();
  readonly #sizes: MorningSizes;
  readonly #variables: Readonly<Record<string, string>>;
  readonly #mortality: CompiledProgram;
  readonly #folder: string;
  readonly #began = Date.now();
  readonly #readers: ChattingReader[] = [];
  readonly #visits: Promise<void>[] = [];
  #onTheirWay = 0;
  /** Milliseconds that the last start took. */
  #startTakes = 0;
  #deaths = 0;

  static async prepare(sizes: MorningSizes, mortality: CompiledProgram): Promise<MortalMorning> {
    const folder = await temporaryFolder();
    const library = await releaseLibrary(sizes.readers, sizes.codes);
    const variables = { ...library, PORT: String(await lastingPort()), DATA_DIR: folder };
    return new MortalMorning(sizes, variables, folder, mortality);
  }

  private constructor(
    sizes: MorningSizes,
    variables: Readonly<Record<string, string>>,
    folder: string,
    mortality: CompiledProgram,
  ) {
    this.#sizes = sizes;
    this.#variables = variables;
    this.#folder = folder;
    this.#mortality = mortality;
  }

  get deaths(): number {
    return this.#deaths;
  }

  /** Readers who were told a code so far. */
  get owners(): number {
    return this.#readers.filter(({ code }) => code !== null).length;
  }

  /** Runs a program to the point where it listens. */
  async start(): Promise<Program> {
    const began = Date.now();
    const program = await this.#run();
    await program.listens;
    this.#startTakes = Date.now() - began;
    return program;
  }

  /** Writes down the codes that a first start has loaded. No reader may have come. */
  async recordSeeds(): Promise<void> {
    await recordSeeds(this.recorder, await lookInto(this.#folder), this.#sizes.codes);
  }

  /** The next reader, in front of the chat and not yet doing anything. */
  reader(): ChattingReader {
    const number = this.#readers.length;
    if (number >= this.#sizes.readers) throw new Error(`There are only ${number} readers.`);
    const { PORT } = this.#variables;
    const reader = new ChattingReader(number, `http://127.0.0.1:${PORT}`, december, this.recorder);
    this.#readers.push(reader);
    return reader;
  }

  /**
   * Readers come until so many are on their way: they claim and ask for their code again, however often
   * the program dies. Fewer, when all have come.
   */
  keepBusy(count: number): void {
    while (this.#onTheirWay < count && this.#readers.length < this.#sizes.readers) {
      this.#onTheirWay += 1;
      const visit = claimAndRemind(this.reader()).finally(() => (this.#onTheirWay -= 1));
      // Whoever fails is heard of at the end.
      visit.catch(() => undefined);
      this.#visits.push(visit);
    }
  }

  /** A life of a program, or the rest of the one that runs. Resolves with whether it died of its fault. */
  async live(death: Death, running?: Program): Promise<boolean> {
    const program = running ?? (await this.#run('fault' in death ? death.fault : undefined));
    const isDead = await this.#end(program, death);
    if (isDead) this.#deaths += 1;
    return isDead;
  }

  /** Looks at what the last program left: nothing may have gone wrong until now. */
  async look(): Promise<void> {
    this.recorder.see(await lookInto(this.#folder));
    expect(checkHistory(this.recorder), `after ${this.#deaths} deaths`).toEqual([]);
  }

  /** How many file operations a life has in which so many readers come, and which ends in peace. */
  async operationsOfALife(readers: number): Promise<number> {
    this.keepBusy(readers);
    const program = await this.#run({ at: Number.MAX_SAFE_INTEGER, kind: 'kill', length: 1 });
    await this.#everybodyServed(program);
    expect(await program.end('SIGTERM'), program.output()).toBe(0);
    return Number(/File operations: (\d+)/.exec(program.output())?.[1]);
  }

  /** All others come, everybody is served, and the last program ends in peace. */
  async finish(running?: Program): Promise<void> {
    const { readers, codes } = this.#sizes;
    const last = running ?? (await this.start());
    this.keepBusy(readers);
    await Promise.all(this.#visits);
    expect(await last.end('SIGTERM'), last.output()).toBe(0);
    await this.look();
    // One code is the rehearsal's own reader's.
    expect(this.owners).toBe(Math.min(readers, codes - 1));
    const left = codes - 1 - this.owners;
    expect(this.recorder.sights.at(-1)).toMatchObject({ loaded: codes, left });
  }

  async #run(fault?: Fault): Promise<Program> {
    const mortal = fault && {
      NODE_OPTIONS: `--import ${pathToFileURL(this.#mortality.file).href}`,
      MORTAL_FAULT: JSON.stringify(fault),
    };
    return runProgram({
      ...this.#variables,
      DEMO_NOW: rehearsalAfter(Date.now() - this.#began),
      ...mortal,
    });
  }

  async #end(program: Program, death: Death): Promise<boolean> {
    if ('whileStarting' in death) await pass(death.whileStarting * this.#startTakes);
    else if ('afterListening' in death) {
      await program.listens;
      await pass(death.afterListening * this.#startTakes);
    } else await this.#everybodyServed(program);
    // Its end, too, has file operations in which it may die.
    const how = await program.end('fault' in death ? 'SIGTERM' : 'SIGKILL');
    if (how === 'SIGKILL') return true;
    expect('fault' in death && how, `It ended by itself: ${program.output()}`).toBe(0);
    return false;
  }

  /** Resolves when everybody who came has an answer, or the program is dead. */
  async #everybodyServed(program: Program): Promise<void> {
    const served = program.listens.then(() => Promise.all(this.#visits));
    await Promise.race([program.ended, served]);
  }
}

async function claimAndRemind(reader: ChattingReader): Promise<void> {
  await reader.claim();
  if (reader.code !== null) await reader.remind();
}
