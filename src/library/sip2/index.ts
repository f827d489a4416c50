export { openSip2, type Sip2Options } from './sip2Source.ts';
export { sip2Settings, type Sip2Settings, type Sip2SettingsInput } from './sip2Settings.ts';
export { createSip2Client, type Sip2Client, type Sip2ClientOptions } from './client/sip2Client.ts';
export type { Doubt } from './client/connectionOptions.ts';
export type { PatronRecord } from './protocol/patronRecord.ts';
export type { SystemStatus } from './protocol/systemStatus.ts';
export { Sip2Error, type Sip2ErrorCode } from './sip2Error.ts';
export { startSip2Server, type Sip2Server, type Sip2ServerOptions } from './server/sip2Server.ts';
export { servedPatron, type ServedPatron } from './server/servedPatron.ts';
