import type { TurnContext } from 'botbuilder';
import { bare } from './prompts/wordings.ts';
import { send } from './conversation.ts';
import type { Services } from './services.ts';

/** True when a reader writes of wanting to die or hurt themselves: then nothing else matters. */
export function isCrisis(text: string, { texts }: Pick<Services, 'texts'>): boolean {
  const said = ` ${bare(text)} `;
  return texts
    .say('crisis.wordings')
    .split(',')
    .some((wording) => said.includes(` ${bare(wording)} `));
}

export async function sayCrisis(context: TurnContext, { texts }: Services): Promise<void> {
  await send(context, { id: 'crisis.help', text: texts.say('crisis.help') });
}
