import { z } from 'zod';

/** Why the Graph API did not take a message, as far as it changes what to do. */
export type SendFailure =
  /** More than 24 hours passed since the reader wrote. */
  | 'window'
  | 'restricted'
  | 'unreachable'
  | 'rate'
  | 'token'
  | 'permission'
  | 'permanent'
  | 'transient';

type Facts = { readonly isRetried: boolean; readonly isAlarm: boolean; readonly next: string };

const facts: Readonly<Record<SendFailure, Facts>> = {
  window: stop('The reader has to write first; nothing is to be done.'),
  restricted: alarm('Meta restricted the Page. See its Page quality and the app dashboard.'),
  unreachable: stop('The reader cannot be reached now, for example after blocking the Page.'),
  rate: retry('Meta limits the rate. Look who writes so much if this goes on.'),
  token: alarm('Put a new page token in FACEBOOK_PAGE_TOKEN (docs/messenger.md, the token).'),
  permission: alarm('The app lacks pages_messaging for this Page. See docs/messenger.md.'),
  permanent: stop('Look up the code in the reference of the Send API.'),
  transient: retry('Meta or the network is in trouble. Try again later.'),
};

/** A message that did not reach the reader; `code` is `MESSENGER_` and the failure's name. */
export class SendError extends Error {
  readonly code: string;
  readonly failure: SendFailure;

  constructor(failure: SendFailure, where: string, options?: ErrorOptions) {
    super(`The Graph API took no message (${where}). ${facts[failure].next}`, options);
    this.name = 'SendError';
    this.code = `MESSENGER_${failure.toUpperCase()}`;
    this.failure = failure;
  }

  get isRetried(): boolean {
    return facts[this.failure].isRetried;
  }

  /** True when nobody is answered until the operator does something. */
  get isAlarm(): boolean {
    return facts[this.failure].isAlarm;
  }
}

const errorBody = z.object({
  error: z.object({ code: z.number(), error_subcode: z.number().optional() }),
});

/** The failure that an answer of the Graph API means; its message is left out, as it may quote us. */
export function sendErrorOf(status: number, body: unknown): SendError {
  const { code, error_subcode: subcode } = errorBody.safeParse(body).data?.error ?? {};
  return new SendError(
    failureOf(status, code, subcode),
    `HTTP ${status}, code ${code ?? 'none'}, subcode ${subcode ?? 'none'}`,
  );
}

/** By subcode where Meta has one for the matter, else by code. */
const bySubcode: ReadonlyMap<number | undefined, SendFailure> = new Map([
  [2018278, 'window'],
  [2534022, 'window'],
  [1893063, 'restricted'],
]);

const byCode: ReadonlyMap<number | undefined, SendFailure> = new Map([
  [551, 'unreachable'],
  [4, 'rate'],
  [32, 'rate'],
  [613, 'rate'],
  [80006, 'rate'],
  [190, 'token'],
  [200, 'permission'],
  [1, 'transient'],
  [2, 'transient'],
  [1200, 'transient'],
]);

function failureOf(status: number, code?: number, subcode?: number): SendFailure {
  const known = bySubcode.get(subcode) ?? byCode.get(code);
  return known ?? (status >= 500 ? 'transient' : 'permanent');
}

function stop(next: string): Facts {
  return { isRetried: false, isAlarm: false, next };
}

function retry(next: string): Facts {
  return { isRetried: true, isAlarm: false, next };
}

function alarm(next: string): Facts {
  return { isRetried: false, isAlarm: true, next };
}
