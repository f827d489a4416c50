export type { LibraryManifest } from './libraryFile.ts';
export { loadManifest, type Manifest } from './loadManifest.ts';
export { ManifestError, type ManifestErrorCode } from './manifestError.ts';
