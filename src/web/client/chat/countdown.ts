import type { ChatWords } from './chatSettings.ts';
import type { TimeLeft } from './sessionEnd.ts';

/** WCAG 2.1, success criterion 2.2.1, asks for 20 seconds or more. */
const warnedFor = 60_000;
/** Read aloud once more when so much is left. */
const lastCall = 20_000;
/** On a shared computer, how long nobody has to do anything before the screen is cleared. */
const sharedIdle = 180_000;
/** The server's end comes first: asked a moment later, it has surely passed. */
const afterthought = 500;

type Words = ChatWords['session'];
type Reason = 'idle' | 'codeShown' | 'final';
type End = { readonly at: number; readonly reason: Reason; readonly closes: boolean };

export type CountdownEvents = {
  /** The reader wants to go on. */
  readonly stay: () => void;
  /** The reader wants to go, or the time is up on a shared computer. */
  readonly leave: () => void;
  /** The time is up, but the conversation stays. */
  readonly over: () => void;
  /** The countdown appeared. */
  readonly warn: () => void;
};

/** Warns before a session ends and counts down, with the choice to stay. */
export class Countdown {
  readonly #words: Words;
  readonly #events: CountdownEvents;
  readonly #read = document.createElement('p');
  readonly #box = document.createElement('div');
  readonly #shown = document.createElement('p');
  readonly #stay = document.createElement('button');
  readonly #leave = document.createElement('button');
  #session: End | null = null;
  /** Of a shared computer on which somebody said something without signing in. */
  #idle: End | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #isRepeated = false;

  constructor(bar: HTMLElement, words: Words, events: CountdownEvents) {
    this.#words = words;
    this.#events = events;
    // In the page from the start, and empty: screen readers announce what appears in it later.
    this.#read.setAttribute('role', 'alert');
    this.#read.className = 'only-read';
    // It changes every second, which must not be read aloud.
    this.#shown.setAttribute('aria-hidden', 'true');
    this.#stay.textContent = words.stay;
    this.#leave.textContent = words.leave;
    this.#leave.className = 'quiet';
    for (const button of [this.#stay, this.#leave]) button.type = 'button';
    this.#stay.addEventListener('click', () => {
      this.touch();
      events.stay();
    });
    this.#leave.addEventListener('click', () => events.leave());
    this.#box.append(this.#shown, this.#stay, this.#leave);
    bar.append(this.#read, this.#box);
    this.#hide();
  }

  /** The server said when the session ends, or that there is none. */
  set(left: TimeLeft): void {
    const end = left && { ...left, at: Date.now() + left.milliseconds };
    // A page that connects anew asks, and what it knows comes first: a code stands on its screen.
    if (end && !end.isPutOff && this.#session && this.#session.at <= end.at) return;
    this.#session = end;
    this.#run();
  }

  /** Something happened on a shared computer: the time without a sign-in begins anew. */
  touch(hasSpoken = this.#idle !== null): void {
    if (!hasSpoken) return;
    this.#idle = { at: Date.now() + sharedIdle, reason: 'idle', closes: true };
    if (!this.#session) this.#run();
  }

  /** There is nothing left to end. */
  stop(): void {
    this.#session = null;
    this.#idle = null;
    this.#run();
  }

  #run(): void {
    clearInterval(this.#timer);
    this.#hide();
    if (!this.#end) return;
    this.#timer = setInterval(() => this.#tick(), 1000);
    this.#tick();
  }

  /** A session has an end of its own; only without one does the shared computer's idle time count. */
  get #end(): End | null {
    return this.#session ?? this.#idle;
  }

  #tick(): void {
    const end = this.#end;
    if (!end) return;
    // By the clock, not by counting: a sleeping computer and a hidden tab miss ticks.
    const left = end.at - Date.now();
    if (left <= -afterthought || (end.closes && left <= 0)) {
      this.stop();
      if (end.closes) this.#events.leave();
      else this.#events.over();
    } else if (left <= warnedFor) this.#warn(end, Math.max(0, Math.ceil(left / 1000)));
  }

  #warn(end: End, seconds: number): void {
    const words = this.#sentence(end).replace('#', String(seconds));
    this.#shown.textContent = words;
    const isLastCall = seconds * 1000 <= lastCall && !this.#isRepeated;
    if (this.#box.hidden || isLastCall) this.#read.textContent = words;
    if (isLastCall) this.#isRepeated = true;
    if (!this.#box.hidden) return;
    this.#box.hidden = false;
    this.#stay.hidden = end.reason === 'final';
    this.#leave.hidden = !end.closes;
    this.#events.warn();
  }

  #sentence({ reason, closes }: End): string {
    switch (reason) {
      case 'codeShown':
        return this.#words.codeShown;
      case 'idle':
        return closes ? this.#words.idleShared : this.#words.idle;
      case 'final':
        return closes ? this.#words.finalShared : this.#words.final;
    }
  }

  #hide(): void {
    this.#box.hidden = true;
    this.#isRepeated = false;
    this.#read.textContent = '';
    this.#shown.textContent = '';
  }
}
