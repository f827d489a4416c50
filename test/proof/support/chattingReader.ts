import { setTimeout as pass } from 'node:timers/promises';
import WebSocket from 'ws';
import { HomeBrowser, homeAddress } from '../../support/homeBrowser.ts';
import type { WireBody } from '../../support/directLineClient.ts';
import type { Answer, Recorder } from './history.ts';
import { cardOf, passwordOfAll } from './releaseLibrary.ts';

/** A message of the bot, as far as a reader acts on it. */
type Heard = {
  readonly id: string;
  readonly type: string;
  readonly label?: string;
  readonly text?: string;
  readonly from: { readonly role?: string };
  readonly channelData?: { readonly code?: { readonly plain: string } };
};

/** The connection broke, or nothing came: whoever waits looks again and asks again. */
class Lost extends Error {}

const directLine = '/v3/directline';
const claimQuestion = 'yesNo.questions.claim';
/** After so long without an answer a reader asks again; a chat's lease of a dead process is over then. */
const patience = 20_000;
/** How often a reader tries before this is a failure of the test. */
const mostTries = 200;
/** Between two tries, in milliseconds. */
const pauseOfReader = 200;

/**
 * A reader in front of the chat on the website: opens it, signs in on the page, and claims, by the
 * protocol of the page's client. A broken connection is opened again where it ended, and a question
 * without an answer is asked again. Everything asked and heard is recorded.
 */
export class ChattingReader {
  readonly card: string;
  /** The code this reader was told, once told. */
  code: string | null = null;
  readonly #browser: HomeBrowser;
  readonly #recorder: Recorder;
  readonly #month: string;
  #chat: WireBody | null = null;
  #socket: WebSocket | null = null;
  #watermark = '';
  #seen = new Set<string>();
  /** Heard and not yet acted on. */
  #unread: Heard[] = [];
  #wake: () => void = () => undefined;
  /** When the question under way was asked for the first time. */
  #asked = 0;

  constructor(number: number, origin: string, month: string, recorder: Recorder) {
    this.card = cardOf(number);
    this.#browser = new HomeBrowser(origin, homeAddress(number));
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

  /** The connection breaks, as a phone's does in a tunnel. */
  loseConnection(): void {
    this.#socket?.terminate();
  }

  #isAnswer(heard: Heard): boolean {
    const answer = answerIn(heard);
    if (answer) this.#note(answer);
    return answer !== null && answer.outcome !== 'unavailable';
  }

  async #untilDone(words: string, isDone: (heard: Heard) => boolean): Promise<void> {
    let tries = 0;
    while (tries < mostTries) {
      try {
        await this.#connect();
        await this.#say(words);
        // While nothing listens nobody is asked: the program is started again.
        tries += 1;
        for (;;) {
          const heard = await this.#next();
          if (isDone(heard)) return;
          await this.#act(heard);
        }
      } catch (error) {
        if (!(error instanceof Lost)) throw error;
        await pass(pauseOfReader);
      }
    }
    const last = JSON.stringify(this.#unread.at(-1));
    throw new Error(`${this.card} said "${words}" ${mostTries} times for nothing. Last: ${last}`);
  }

  /** What a reader does by itself on hearing something. */
  async #act({ label, ...heard }: Heard): Promise<void> {
    const link = /\/login\/[\w-]+/.exec(JSON.stringify(heard))?.[0];
    if (label === claimQuestion) await this.#say('tak');
    else if (label === 'signIn.tooMany') this.#beginAnew();
    else if (label === 'signIn.waiting') await this.#say('nowy link');
    else if (link) await this.#try(() => this.#browser.signIn(link, this.card, passwordOfAll));
  }

  /** Links that died with the program count as failures; another chat has links of its own. */
  #beginAnew(): never {
    this.#socket?.terminate();
    this.#chat = null;
    this.#watermark = '';
    throw new Lost('No more links in this chat.');
  }

  async #connect(): Promise<void> {
    if (this.#socket?.readyState === WebSocket.OPEN) return;
    const chat = this.#chat ?? (await this.#begin());
    const watermark = this.#watermark === '' ? '' : `?watermark=${this.#watermark}`;
    const path = `${directLine}/conversations/${chat.conversationId}${watermark}`;
    const again = await this.#try(() =>
      this.#browser.send('GET', path, { headers: { authorization: `Bearer ${chat.token}` } }),
    );
    if (again.status !== 200) throw new Lost(`${path} answered ${again.status}: ${again.body}`);
    const { streamUrl } = JSON.parse(again.body) as WireBody;
    await this.#listen(streamUrl);
  }

  async #begin(): Promise<WireBody> {
    const { token } = await this.#post(`${directLine}/tokens/generate`, {});
    this.#chat = await this.#post(`${directLine}/conversations`, {}, token);
    return this.#chat;
  }

  async #listen(streamUrl: string): Promise<void> {
    const socket = new WebSocket(streamUrl, {
      origin: this.#browser.origin,
      localAddress: this.#browser.address,
      perMessageDeflate: false,
    });
    socket.on('message', (data) => this.#read(String(data)));
    socket.on('close', () => this.#wake());
    await this.#try(
      () =>
        new Promise((resolve, reject) => {
          socket.once('open', resolve);
          socket.on('error', reject);
        }),
    );
    this.#socket = socket;
  }

  #read(data: string): void {
    if (data === '') return;
    const frame = JSON.parse(data) as { activities: readonly Heard[]; watermark: string };
    this.#watermark = frame.watermark;
    for (const heard of frame.activities) {
      if (heard.type !== 'message' || heard.from.role !== 'bot' || this.#seen.has(heard.id))
        continue;
      this.#seen.add(heard.id);
      this.#unread.push(heard);
    }
    this.#wake();
  }

  async #next(): Promise<Heard> {
    const giveUp = AbortSignal.timeout(patience);
    for (;;) {
      const heard = this.#unread.shift();
      if (heard) return heard;
      if (giveUp.aborted) throw new Lost('No answer came.');
      if (this.#socket?.readyState !== WebSocket.OPEN) throw new Lost('The connection is gone.');
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        giveUp.addEventListener('abort', () => resolve(), { once: true });
      });
    }
  }

  async #say(text: string): Promise<void> {
    const { conversationId = '', token = '' } = this.#chat ?? {};
    const path = `${directLine}/conversations/${conversationId}/activities`;
    await this.#post(path, { type: 'message', text, from: { id: 'x' } }, token);
  }

  #note(answer: Answer): void {
    if ('code' in answer) this.code = answer.code;
    const [began, ended] = [this.#asked, this.#recorder.next()];
    this.#recorder.calls.push({ card: this.card, month: this.#month, began, ended, answer });
  }

  async #post(path: string, body: object, token?: string): Promise<WireBody> {
    const text = await this.#try(() => this.#browser.post(path, body, token));
    return JSON.parse(text) as WireBody;
  }

  async #try<Result>(request: () => Promise<Result>): Promise<Result> {
    try {
      return await request();
    } catch (error) {
      throw new Lost(String(error));
    }
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
