import { isIP } from 'node:net';
import { auditHash, type CodeLedger } from '../codes/index.ts';
import { monthOf } from '../rules/index.ts';
import type { SignInAudit } from '../signin/index.ts';

/**
 * Writes what happens at sign-in into the ledger's audit. Of a network it keeps the first half, and a
 * hash of the month by which refusals from one place can be counted; so nothing has to be taken out of
 * an append-only file later. What was typed as a card number gets a hash of the month, too.
 */
export function signInAudit(ledger: Pick<CodeLedger, 'audit'>, auditKey: Uint8Array): SignInAudit {
  return (event, at) => {
    const hash = auditHash(auditKey, monthOf(at));
    const { name, ...facts } = event;
    const { chat, card, network, account, ...details } = {
      chat: null,
      card: null,
      network: null,
      account: null,
      ...facts,
    };
    return ledger.audit({
      at,
      card,
      event: `signIn.${name}`,
      details: {
        ...details,
        ...(network !== null && {
          network: shortened(network),
          networkMark: hash('network', network),
        }),
        ...(account !== null && { account: hash('card', account) }),
        ...(chat && { channel: chat.channelId, ingress: chat.ingress }),
      },
    });
  };
}

/** `192.0.2.44` becomes `192.0.0.0/16`; of an IPv6 network the first two groups stay. */
function shortened(network: string): string {
  if (isIP(network) === 4) return `${network.split('.').slice(0, 2).join('.')}.0.0/16`;
  return `${network.split(':').slice(0, 2).join(':')}::/32`;
}
