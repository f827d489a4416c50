import type { TurnContext } from 'botbuilder';
import { buttonsOf, send } from './conversation.ts';
import type { Services } from './services.ts';

/** Tells how to reach a person: from `manifest/library.yml`, never invented. */
export async function handOver(context: TurnContext, services: Services): Promise<void> {
  const { texts, library } = services;
  await send(context, {
    id: 'handOver.contact',
    text: texts.say('handOver.contact', {
      library: library.shortName,
      contact: contactLines(services),
    }),
    buttons: buttonsOf(services, 'faq.login', 'control.help'),
  });
}

/** Whatever the manifest tells of the contact, a line each. */
export function contactLines({ texts: { say }, library: { contact } }: Services): string {
  return [
    say('handOver.place', { place: contact.place }),
    contact.phone && say('handOver.phone', { phone: contact.phone }),
    contact.email && say('handOver.email', { email: contact.email }),
    say('handOver.page', { page: contact.page }),
  ]
    .filter((line) => line !== undefined)
    .map((line) => `• ${line}`)
    .join('\n');
}
