/** The bot says something that Messenger cannot show: a mistake in the program, found by its tests. */
export class UnsendableError extends Error {
  readonly code = 'MESSENGER_UNSENDABLE';

  constructor(what: string) {
    super(`Messenger cannot show ${what}. Change what the bot says, or how it is mapped.`);
    this.name = 'UnsendableError';
  }
}
