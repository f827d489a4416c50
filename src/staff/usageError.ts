/** The command was typed wrongly; the message is the Polish sentence for the librarian. */
export class UsageError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'UsageError';
  }
}
