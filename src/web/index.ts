export { BrowserFilesError } from './browserFiles.ts';
export { mountWeb } from './mountWeb.ts';
export type { DemoReaderOnPage, LibraryOnPage, WebOptions } from './webOptions.ts';
