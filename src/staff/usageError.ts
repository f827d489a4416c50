/** The command was typed wrongly; the message is the Polish sentence for the librarian. */
export class UsageError extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'UsageError';
  }
}
