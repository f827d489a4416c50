import { z } from 'zod';
import type { KohaClient } from './kohaClient.ts';
import type { SystemProblem } from '../readerAccounts.ts';
import { KohaError } from './kohaError.ts';
import type { KohaSettings } from './kohaOptions.ts';
import { readAnswer } from './kohaAnswers.ts';

const parameters = z.array(z.object({ name: z.string().optional() })).optional();
const operation = z.object({ parameters }).optional();
/** The Swagger 2.0 description that a Koha serves of itself. */
const description = z.object({
  paths: z.record(z.string(), z.object({ get: operation, post: operation })),
});

type Need = {
  readonly route: string;
  readonly method: 'get' | 'post';
  readonly parameter?: string;
  readonly for: string;
};

const needs: readonly Need[] = [
  { route: '/auth/password/validation', method: 'post', for: 'Nobody can sign in' },
  { route: '/patrons', method: 'get', for: 'No fact can be read' },
  { route: '/patrons/{patron_id}', method: 'get', for: 'Nobody can sign in' },
  { route: '/patrons/{patron_id}/account', method: 'get', for: 'Debts stay unknown' },
  { route: '/checkouts', method: 'get', for: 'Loans and overdue items stay unknown' },
  {
    route: '/checkouts',
    method: 'get',
    parameter: 'checked_in',
    for: 'Returned loans cannot be read, only current ones count',
  },
];

const attributesNeed: Need = {
  route: '/patrons/{patron_id}/extended_attributes',
  method: 'get',
  for: 'The day of the last confirmation of data stays unknown',
};

/**
 * Signs in to Koha and holds what we ask for against the description that this very Koha serves: what
 * it offers differs from version to version. Nothing comes back when nothing is missing. Never throws.
 */
export async function inspectKoha(
  koha: KohaClient,
  { dataConfirmed }: KohaSettings,
): Promise<readonly SystemProblem[]> {
  try {
    const { paths } = readAnswer(await koha.get('/'), 200, description, 'its own API');
    const asked = typeof dataConfirmed === 'object' ? [...needs, attributesNeed] : needs;
    return asked
      .filter((need) => !offers(paths, need))
      .map(({ route, method, parameter, for: harm }) => ({
        code: 'KOHA_VERSION',
        message:
          `This Koha has no ${method.toUpperCase()} ${route}` +
          `${parameter ? ` with the parameter ${parameter}` : ''}. ${harm}. Update Koha, or let ` +
          'another source tell this fact in manifest/library.yml.',
      }));
  } catch (error) {
    if (!(error instanceof KohaError)) throw error;
    return [{ code: error.code, message: error.message }];
  }
}

function offers(
  paths: z.output<typeof description>['paths'],
  { route, method, parameter }: Need,
): boolean {
  const found = paths[route]?.[method];
  if (!found) return false;
  if (parameter === undefined) return true;
  return (found.parameters ?? []).some(({ name }) => name === parameter);
}
