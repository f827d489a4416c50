import type { TurnContext } from 'botbuilder';
import type { Claim } from '../../src/codes/index.ts';
import type { CardNumber } from '../../src/library/index.ts';
import { chatOf } from '../conversation.ts';
import type { Services } from '../services.ts';
import { unlessStoreAway } from '../storeAway.ts';

/** Whoever is signed in, and their code of this month; `null` when nobody is, or it cannot be told now. */
export async function ownClaim(
  context: TurnContext,
  services: Services,
): Promise<{ readonly card: CardNumber; readonly claim: Claim | null } | null> {
  const { signIn, eligibility } = services;
  return unlessStoreAway(async () => {
    const reader = await signIn.readerOf(chatOf(context));
    return reader && { card: reader.card, claim: await eligibility.claimOf(reader.card) };
  }, services);
}
