import type { Server } from 'restify';
import type { CodeLedger } from '../codes/index.ts';
import type { ReaderAccounts } from '../library/index.ts';

export type HealthParts = {
  readonly ledger: Pick<CodeLedger, 'isHealthy'>;
  readonly accounts: Pick<ReaderAccounts, 'isAvailable'>;
};

/**
 * `GET /health`: 200 while the bot can talk. A library system or ledger in trouble is told in the body
 * and is no reason to restart the bot: it still answers the FAQ.
 */
export function mountHealth(server: Server, parts: HealthParts): void {
  server.get('/health', async (_request, response) => {
    response.json(200, { status: 'ok', ...(await healthOf(parts)) });
  });
}

export async function healthOf({ ledger, accounts }: HealthParts): Promise<object> {
  return {
    claims: ledger.isHealthy() ? 'ok' : 'held',
    librarySystem: (await accounts.isAvailable()) ? 'ok' : 'unavailable',
  };
}
