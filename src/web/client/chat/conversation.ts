import type { ChatWords } from './chatSettings.ts';
import { ConnectionNews } from './connectionNews.ts';
import { forgetBrowser, leaveConversation } from './leave.ts';
import { createLine, watchLine, type Watermark } from './line.ts';
import { newPass, renewedPass, type Pass, type PassAnswer, type Surroundings } from './pass.ts';
import { forget, recall, remember } from './passMemory.ts';
import { Search, type Answer } from './search.ts';
import type { PageEvent } from './sessionEnd.ts';
import type { StateBar } from './stateBar.ts';
import type { DirectLine } from './webChatTypes.ts';
import type { WebChatView } from './webChatView.ts';

/** A shorter wait than this needs no words. */
const unnoticed = 1200;

export type ConversationParts = {
  readonly view: WebChatView;
  readonly bar: StateBar;
  readonly words: ChatWords['state'];
  readonly surroundings: Surroundings;
  /** Called when a conversation cannot go on, before another one may begin. */
  readonly onEnd: () => void;
};

/**
 * Keeps one conversation going through lost networks, restarts of the server and sleeping computers. A
 * connection that Microsoft's client gave up cannot be revived, so a new one takes its place and goes on
 * after the last message seen. Where the conversation itself is over, the reader is told and offered a
 * new one; what was said stays on the screen, unless readers share the computer.
 */
export class Conversation {
  readonly #view: WebChatView;
  readonly #news: ConnectionNews;
  readonly #words: ChatWords['state'];
  readonly #search = new Search();
  #line: DirectLine | undefined;
  /** The line about which the server is being asked. */
  #doubted: DirectLine | undefined;
  /** Doubts the present line. */
  #lose: () => void = () => undefined;
  #surroundings: Surroundings;
  readonly #onEnd: () => void;

  constructor({ view, bar, words, surroundings, onEnd }: ConversationParts) {
    this.#view = view;
    this.#news = new ConnectionNews(bar, words);
    this.#words = words;
    this.#surroundings = surroundings;
    this.#onEnd = onEnd;
  }

  /** Goes on with the conversation of this tab, or begins one. */
  async open(): Promise<void> {
    const remembered = this.#surroundings.isShared ? null : recall();
    if (!remembered) return this.#begin();
    const answer = await this.#ask(() => renewedPass(remembered.token));
    if (answer?.outcome === 'pass') await this.#connect(answer.pass, '');
    // Nothing of the old one is on the screen, so there is nothing to explain.
    if (answer?.outcome === 'over') await this.#begin();
  }

  /** The reader signed out: what was said goes from the screen and from this browser. */
  close(words: string = this.#words.signedOut): void {
    this.#letGo();
    this.#view.clear();
    this.#end(words);
    if (this.#surroundings.isShared) void forgetBrowser();
  }

  /** Ends the conversation on the server as well. */
  leave(): void {
    const pass = this.#pass;
    this.close(this.#words.closed);
    if (pass) void leaveConversation(pass);
  }

  /** Tells the server something that is no message. */
  tell(name: PageEvent): void {
    // What is lost here is asked again: the page asks whenever it comes back to a conversation.
    const settled = (): void => undefined;
    this.#line?.postActivity({ type: 'event', name, from: { id: '' } }).subscribe(settled, settled);
  }

  /** From now on this is a computer that many readers share: nothing is kept in the browser. */
  share(): void {
    this.#surroundings = { ...this.#surroundings, isShared: true };
    forget();
  }

  /** The page goes away. Keeps the newest pass, so that a reload goes on here; or ends all. */
  pageLeaves(): void {
    if (this.#surroundings.isShared && this.#line) this.leave();
    else this.#keep();
  }

  /** The browser says that the network went, or that it is back. */
  networkChanged(isOnline: boolean): void {
    if (!isOnline) this.#news.offline();
    else if (this.#news.isTroubled) this.#lose();
    this.#search.hurry();
  }

  /** A socket closed; Microsoft's client will say so only after a while. */
  socketClosed(address: string): void {
    if (address === this.#line?.streamUrl) this.#lose();
  }

  /** The connection may be dead without knowing it: the server is asked, and nobody told unless it is. */
  doubt(): void {
    this.#lose();
    this.#search.hurry();
  }

  /** The reader is back: no need to wait for the next try. */
  hurry(): void {
    this.#search.hurry();
  }

  get #pass(): Pass | null {
    const { token, conversationId } = this.#line ?? {};
    return token && conversationId ? { token, conversationId } : null;
  }

  #keep(): void {
    if (this.#pass && !this.#surroundings.isShared) remember(this.#pass);
  }

  async #begin(): Promise<void> {
    this.#letGo();
    const answer = await this.#ask(() => newPass(this.#surroundings));
    if (answer?.outcome === 'pass') await this.#connect(answer.pass, null);
    if (answer?.outcome === 'misplaced') this.#news.misplaced();
  }

  async #connect(pass: Pass, watermark: Watermark): Promise<void> {
    this.#letGo();
    const line = createLine(pass, watermark);
    this.#line = line;
    await this.#view.show(line);
    this.#lose = watchLine(line, watermark, {
      onOnline: () => {
        if (line !== this.#line) return;
        this.#settle();
        if (watermark !== null) this.tell('session');
      },
      onLost: (last) => void this.#revive(line, last),
    });
  }

  /** Asks the server about the conversation until it goes on, by itself or by us, or is over. */
  async #revive(line: DirectLine, watermark: Watermark): Promise<void> {
    if (line !== this.#line || line === this.#doubted) return;
    this.#doubted = line;
    const answer = await this.#ask(
      () => renewedPass(line.token),
      () => this.#news.lost(),
    );
    if (line !== this.#line) return;
    if (answer?.outcome === 'pass') await this.#connect(answer.pass, watermark);
    if (answer?.outcome === 'over') {
      if (this.#surroundings.isShared) return this.close(this.#words.closed);
      this.#letGo();
      this.#end(this.#words.over);
    }
  }

  async #ask(
    request: () => Promise<PassAnswer>,
    onSlow: () => void = () => this.#news.connecting(),
  ): Promise<Answer | null> {
    const notice = setTimeout(onSlow, unnoticed);
    const answer = await this.#search.ask(request, (isCrowded) => {
      clearTimeout(notice);
      this.#news.unanswered(isCrowded);
    });
    clearTimeout(notice);
    return answer;
  }

  #settle(): void {
    this.#search.stop();
    this.#news.back();
    this.#doubted = undefined;
    this.#keep();
  }

  #end(words: string): void {
    forget();
    this.#onEnd();
    this.#view.closeSendBox();
    this.#news.ended(words, () => void this.#begin().then(() => this.#view.focus()));
  }

  /** Lets go of the present line: whatever it still reports is not listened to. */
  #letGo(): void {
    this.#search.stop();
    this.#line = undefined;
    this.#lose = () => undefined;
  }
}
