import type { CodeLedger } from '../codes/index.ts';
import type { SignInAudit } from '../signin/index.ts';

/** Writes what happens at sign-in into the ledger's audit. */
export function signInAudit(ledger: Pick<CodeLedger, 'audit'>): SignInAudit {
  return (event, at) => {
    const { name, ...facts } = event;
    const { chat, card, ...details } = { chat: null, card: null, ...facts };
    return ledger.audit({
      at,
      card,
      event: `signIn.${name}`,
      details: { ...details, ...(chat && { channel: chat.channelId, ingress: chat.ingress }) },
    });
  };
}
