/** Codes a client can rely on. */
export type DirectLineErrorCode =
  | 'BadArgument'
  | 'MissingProperty'
  | 'MalformedData'
  | 'TokenExpired'
  | 'MessageSizeTooBig'
  | 'NotSupported'
  | 'TooManyRequests'
  | 'BotError'
  | 'ServiceError';

/**
 * Everything this endpoint refuses, and how. 403 is kept for tokens, because Web Chat ends the chat
 * on it; a socket that finds 404 on reconnect stays deaf, so an ended conversation is `tokenExpired`.
 */
const refusals = {
  tokenMissing: [401, 'BadArgument', 'Send the header "Authorization: Bearer <token>".'],
  tokenInvalid: [403, 'BadArgument', 'The token is not valid here.'],
  tokenExpired: [403, 'TokenExpired', 'The token has expired. Start a new conversation.'],
  originRefused: [403, 'BadArgument', 'This origin may not open a chat.'],
  conversationUnknown: [404, 'BadArgument', 'There is no such conversation.'],
  routeUnknown: [404, 'BadArgument', 'There is no such address.'],
  methodRefused: [405, 'NotSupported', 'This method is not supported here.'],
  uploadRefused: [405, 'NotSupported', 'This chat takes no files.'],
  contentTypeRefused: [415, 'NotSupported', 'Send the body as application/json.'],
  bodyMalformed: [400, 'MalformedData', 'The body is not a JSON object.'],
  typeMissing: [400, 'MissingProperty', 'The activity has no type.'],
  typeRefused: [400, 'BadArgument', 'Activities of this type are not accepted.'],
  eventRefused: [400, 'BadArgument', 'Events of this name are not accepted.'],
  textMissing: [400, 'MissingProperty', 'The message has neither text nor value.'],
  senderMissing: [400, 'MissingProperty', 'The token names no user: the activity needs from.id.'],
  senderRefused: [400, 'BadArgument', 'This from.id cannot be used.'],
  attachmentsRefused: [400, 'BadArgument', 'This chat takes no attachments.'],
  activityMalformed: [400, 'MalformedData', 'The activity has a property of a wrong kind.'],
  watermarkMalformed: [400, 'BadArgument', 'The watermark is not one of ours.'],
  tooManyMessages: [429, 'TooManyRequests', 'Too many messages. Wait a moment.'],
  tooManyTokens: [429, 'TooManyRequests', 'Too many new conversations from this address.'],
  botFailed: [502, 'BotError', 'The bot could not answer.'],
  storeAway: [503, 'ServiceError', 'The chat cannot be reached here now. Try again.'],
  unexpected: [500, 'ServiceError', 'The request could not be handled.'],
} as const satisfies Record<string, readonly [number, DirectLineErrorCode, string]>;

export type Refusal = keyof typeof refusals;

/** A refusal on its way to the client. `retryAfter` is in seconds. */
export class DirectLineError extends Error {
  readonly status: number;
  readonly code: DirectLineErrorCode;
  readonly retryAfter: number | null;

  constructor(refusal: Refusal, retryAfter: number | null = null) {
    const [status, code, message] = refusals[refusal];
    super(message);
    this.name = 'DirectLineError';
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** The body every error answer of Direct Line has. */
  get body(): { error: { code: DirectLineErrorCode; message: string } } {
    return { error: { code: this.code, message: this.message } };
  }
}
