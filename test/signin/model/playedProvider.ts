import { randomBytes } from 'node:crypto';
import type { CardNumber } from '../../../src/library/index.ts';
import type { IdentityProvider } from '../../../src/signin/oidc/identityProvider.ts';

/**
 * A provider whose page is played by whoever comes back: the code names the person who signed in there,
 * and the visit's nonce, which binds the answer to the visit as it does in a real token.
 */
export function playedProvider(
  people: Readonly<Record<string, { readonly card: string }>>,
): IdentityProvider {
  return {
    host: 'konto.example.org',
    newVisit: () => ({ state: newSecret(), nonce: newSecret(), verifier: newSecret() }),
    signInAddress: () => Promise.resolve('https://konto.example.org/authorize'),
    signOutAddress: () => Promise.resolve(null),
    identify(answer, { nonce }) {
      const [name = '', tokensNonce] = (answer.get('code') ?? '').split(' ');
      const person = people[name];
      return Promise.resolve(
        person && tokensNonce === nonce
          ? { outcome: 'right', card: person.card as CardNumber } // as the library writes it
          : { outcome: 'refused' },
      );
    },
  };
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
