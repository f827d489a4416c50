import * as client from 'openid-client';

/** Errors of a provider that are its operator's or ours to mend, not the reader's (RFC 6749). */
const notTheReaders = new Set([
  'server_error',
  'temporarily_unavailable',
  'invalid_client',
  'unauthorized_client',
  'unsupported_response_type',
  'unsupported_grant_type',
  'invalid_scope',
]);

/** Codes of openid-client for a provider that could not be asked, or answered nonsense. */
const noAnswer = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
]);

/** What a failed visit means to the reader. Whatever is not known to be harmless is a refusal. */
export function answerOfError(error: unknown): 'declined' | 'refused' | 'unavailable' {
  if (error instanceof client.AuthorizationResponseError) {
    if (error.error === 'access_denied') return 'declined';
    return notTheReaders.has(error.error) ? 'unavailable' : 'refused';
  }
  if (error instanceof client.ResponseBodyError) {
    return notTheReaders.has(error.error) || error.status >= 500 ? 'unavailable' : 'refused';
  }
  if (error instanceof client.ClientError) {
    return noAnswer.has(error.code ?? '') ? 'unavailable' : 'refused';
  }
  // `fetch` fails with one when nobody listens.
  return error instanceof TypeError ? 'unavailable' : 'refused';
}
