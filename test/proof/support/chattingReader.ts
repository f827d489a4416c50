import { setTimeout as pass } from 'node:timers/promises';
import { HomeBrowser, homeAddress } from '../../support/homeBrowser.ts';
import type { Answer, Recorder } from './history.ts';
import { lostIfFailed, Lost, ReconnectingChat, type Heard } from './reconnectingChat.ts';
import { cardOf, passwordOfAll } from './releaseLibrary.ts';

const claimQuestion = 'yesNo.questions.claim';
/** How often a reader tries before this is a failure of the test. */
const mostTries = 200;
/** Between two tries, in milliseconds. */
const pauseOfReader = 200;

/**
 * A reader in front of the chat on the website: opens it, signs in on the page, and claims. A question
 * without an answer is asked again. What is heard of codes is recorded, as an answer to the question
 * that was asked first.
 */
export class ChattingReader {
  readonly card: string;
  /** The code this reader was told, once told. */
  code: string | null = null;
  readonly #browser: HomeBrowser;
  readonly #chat: ReconnectingChat;
  readonly #recorder: Recorder;
  readonly #month: string;
  /** When the question under way was asked for the first time, in the recorder's order. */
  #asked = 0;

  constructor(number: number, origin: string, month: string, recorder: Recorder) {
    this.card = cardOf(number);
    this.#browser = new HomeBrowser(origin, homeAddress(number));
    this.#chat = new ReconnectingChat(this.#browser);
    this.#month = month;
    this.#recorder = recorder;
  }

  /** Opens the chat and signs in, claiming nothing yet. */
  signIn(): Promise<void> {
    return this.#untilDone(
      'testuj pobieranie',
      ({ label }) => label === 'checkEligibility.eligible',
    );
  }

  /** Claims until there is a code, or none is left. */
  claim(): Promise<void> {
    return this.#untilDone('pobierz kod', (heard) => this.#isAnswer(heard));
  }

  /** Begins to claim, and does not yet say yes. */
  begin(): Promise<void> {
    return this.#untilDone('pobierz kod', ({ label }) => label === claimQuestion);
  }

  /** Says yes to what was asked before. */
  agree(): Promise<void> {
    return this.#untilDone('tak', (heard) => this.#isAnswer(heard));
  }

  /** Asks for the code once more. */
  remind(): Promise<void> {
    return this.#untilDone('przypomnij kod', (heard) => {
      if (heard.label !== 'remindCode.reminded') return false;
      this.#note({ outcome: 'alreadyClaimed', code: heard.channelData?.code?.plain ?? '' });
      return true;
    });
  }

  loseConnection(): void {
    this.#chat.breakConnection();
  }

  #isAnswer(heard: Heard): boolean {
    const answer = answerIn(heard);
    if (answer) this.#note(answer);
    return answer !== null && answer.outcome !== 'unavailable';
  }

  async #untilDone(words: string, isDone: (heard: Heard) => boolean): Promise<void> {
    this.#asked = this.#recorder.next();
    let last: Heard | null = null;
    let tries = 0;
    while (tries < mostTries) {
      try {
        await this.#chat.connect();
        await this.#chat.say(words);
        // While nothing listens nobody is asked: the program is started again.
        tries += 1;
        for (;;) {
          last = await this.#chat.next();
          if (isDone(last)) return;
          await this.#act(last);
        }
      } catch (error) {
        if (!(error instanceof Lost)) throw error;
        await pass(pauseOfReader);
      }
    }
    const heard = JSON.stringify(last);
    throw new Error(`${this.card} said "${words}" ${mostTries} times for nothing. Last: ${heard}`);
  }

  /** What a reader does by itself on hearing something. */
  async #act({ label, ...heard }: Heard): Promise<void> {
    const link = /\/login\/[\w-]+/.exec(JSON.stringify(heard))?.[0];
    if (label === claimQuestion) await this.#chat.say('tak');
    else if (label === 'signIn.tooMany') this.#beginAnew();
    else if (label === 'signIn.waiting') await this.#chat.say('nowy link');
    else if (link) await lostIfFailed(() => this.#browser.signIn(link, this.card, passwordOfAll));
  }

  /** Links that died with the program count as failures; another chat has links of its own. */
  #beginAnew(): never {
    this.#chat.leave();
    throw new Lost('No more links in this chat.');
  }

  #note(answer: Answer): void {
    if ('code' in answer) this.code = answer.code;
    const [began, ended] = [this.#asked, this.#recorder.next()];
    this.#recorder.calls.push({ card: this.card, month: this.#month, began, ended, answer });
  }
}

function answerIn({ label, text, channelData }: Heard): Answer | null {
  const code = channelData?.code?.plain ?? '';
  switch (label ?? '') {
    case 'claimCode.issued':
      return { outcome: 'issued', code };
    case 'claimCode.alreadyClaimed':
      return { outcome: 'alreadyClaimed', code };
    case 'claimCode.held':
      return { outcome: 'unavailable' };
    case 'checkEligibility.refused':
      return text?.includes('skończyły') ? { outcome: 'poolEmpty' } : null;
    default:
      return null;
  }
}
