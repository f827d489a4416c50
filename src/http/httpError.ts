import { STATUS_CODES } from 'node:http';

/** Codes of error bodies; where Direct Line has a stable code of its own, this is it. */
export type HttpErrorCode =
  | 'BadArgument'
  | 'MalformedData'
  | 'Unauthorized'
  | 'Forbidden'
  | 'NotFound'
  | 'MethodNotAllowed'
  | 'MessageSizeTooBig'
  | 'NotSupported'
  | 'TooManyRequests'
  | 'Unavailable'
  | 'ServerError';

/** Throw it in a handler to end the request with this status; the message stays on our side. */
export class HttpError extends Error {
  readonly statusCode: number;
  readonly code: HttpErrorCode;

  constructor(statusCode: number, code: HttpErrorCode, message: string) {
    super(message);
    this.name = 'HttpError';
    this.statusCode = statusCode;
    this.code = code;
  }
}

export type ErrorBody = {
  readonly error: { readonly code: HttpErrorCode; readonly message: string };
};

/**
 * The body of every 4xx and 5xx answer, in the shape Direct Line clients expect. It says nothing that
 * the status does not: messages of libraries quote what they choked on.
 */
export function errorBody(status: number, code: HttpErrorCode = codeFor(status)): ErrorBody {
  return { error: { code, message: STATUS_CODES[status] ?? 'Error' } };
}

function codeFor(status: number): HttpErrorCode {
  switch (status) {
    case 400:
      return 'BadArgument';
    case 401:
      return 'Unauthorized';
    case 403:
      return 'Forbidden';
    case 404:
      return 'NotFound';
    case 405:
      return 'MethodNotAllowed';
    case 413:
      return 'MessageSizeTooBig';
    case 415:
    case 501:
      return 'NotSupported';
    case 429:
      return 'TooManyRequests';
    case 503:
      return 'Unavailable';
    default:
      return status < 500 ? 'BadArgument' : 'ServerError';
  }
}
