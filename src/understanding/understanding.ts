/** What a message may mean. `faq.*` are the nine questions of the FAQ, in its order. */
export const intents = [
  'faq.where',
  'faq.pool',
  'faq.when',
  'faq.login',
  'faq.whyBorrow',
  'faq.validity',
  'faq.activation',
  'faq.devices',
  'faq.conditions',
  'action.check',
  'action.claim',
  'action.remind',
  'control.cancel',
  'control.help',
  'control.human',
  'control.signOut',
  'control.privacy',
  'control.restart',
  'chat.greet',
  'chat.thanks',
  'chat.bye',
  'chat.insult',
  'chat.bot',
  'confirm.yes',
  'confirm.no',
  'outOfScope.library',
  'outOfScope.legimi',
  'outOfScope.other',
] as const;

export type Intent = (typeof intents)[number] | `faq.${string}`;

/**
 * What the bot makes of a message on its own, without the conversation around it.
 * `answer`: sure. `suggest`: at most three guesses, best first. `unknown`: out of scope or not
 * understood; `intent` is the best guess all the same, so that the bot can say what it is not for.
 */
export type Understanding = {
  readonly text: string;
  readonly decision: 'answer' | 'suggest' | 'unknown';
  readonly intent: Intent;
  /** Probability of `intent`, 0 to 1. */
  readonly confidence: number;
  readonly suggestions: readonly Intent[];
};

export type Understand = (text: string) => Understanding;
