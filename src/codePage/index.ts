export { createCodePages, type CodePages } from './codePages.ts';
export type { SealedCode } from './sealedCode.ts';
