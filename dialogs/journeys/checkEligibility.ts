import type { Services } from '../services.ts';
import { signInId } from '../signIn/signIn.ts';
import { sayVerdict } from '../verdict/sayVerdict.ts';
import { Journey } from './journey.ts';

export const checkEligibilityId = 'checkEligibility';

/** "Testuj pobieranie": the same decision as the claim, with nothing given. */
export function checkEligibility(services: Services): Journey {
  return new Journey(checkEligibilityId, 1, services, {
    begin: async () => ({ to: 'call', dialog: signInId, then: 'verdict' }),

    verdict: async (turn) => {
      const reader = await turn.reader();
      if (!reader) return { to: 'end', ending: 'cancelled' };
      return sayVerdict(await services.eligibility.assess(reader.card), turn, services);
    },
  });
}
