export { BrowserFilesError } from './browserFiles.ts';
export type { PageEvent, SessionEnd } from './client/chat/sessionEnd.ts';
export { mountWeb } from './mountWeb.ts';
export type { DemoReaderOnPage, LibraryOnPage, WebOptions } from './webOptions.ts';
