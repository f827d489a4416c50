import type { ChatWords } from './chatSettings.ts';
import type { StateBar } from './stateBar.ts';

/** Tells the reader how the connection is. Only who was told of trouble hears that it is over. */
export class ConnectionNews {
  readonly #bar: StateBar;
  readonly #words: ChatWords['state'];
  #isTroubled = false;

  constructor(bar: StateBar, words: ChatWords['state']) {
    this.#bar = bar;
    this.#words = words;
  }

  /** True while the bar says that something is wrong. */
  get isTroubled(): boolean {
    return this.#isTroubled;
  }

  connecting(): void {
    this.#bar.show(this.#words.connecting, 'calm');
  }

  /** The connection broke. */
  lost(): void {
    this.#trouble(this.#words.lost);
  }

  offline(): void {
    this.#trouble(this.#words.offline);
  }

  /** The server gave no answer, or said that too many ask. */
  unanswered(isCrowded: boolean): void {
    this.#trouble(isCrowded ? this.#words.crowded : this.#words.unreachable);
  }

  back(): void {
    if (this.#isTroubled) this.#bar.reassure(this.#words.back);
    else this.#bar.hide();
    this.#isTroubled = false;
  }

  /** The page stands where no conversation can be begun. */
  misplaced(): void {
    this.#bar.show(this.#words.misplaced, 'ended');
  }

  /** The conversation is over; `startAnew` is what the offered button does. */
  ended(words: string, startAnew: () => void): void {
    this.#isTroubled = false;
    this.#bar.show(words, 'ended', {
      label: this.#words.startAnew,
      run: () => {
        this.#bar.hide();
        startAnew();
      },
    });
  }

  /** A browser without a network knows better than we why nobody answers. */
  #trouble(words: string): void {
    this.#isTroubled = true;
    this.#bar.show(navigator.onLine ? words : this.#words.offline, 'warning');
  }
}
