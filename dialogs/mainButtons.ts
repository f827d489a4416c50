import { buttonsOf } from './conversation.ts';
import type { Services } from './services.ts';

/** What the bot is for, as buttons: offered whenever nothing else is nearer. */
export function mainButtons(services: Services): readonly string[] {
  return buttonsOf(
    services,
    'action.check',
    'action.claim',
    'action.remind',
    'faq.when',
    'control.help',
  );
}
