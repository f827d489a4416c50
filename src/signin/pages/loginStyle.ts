import { codeStyle } from './codeStyle.ts';
import { layoutStyle } from './layoutStyle.ts';
import { signInFormStyle } from './signInFormStyle.ts';

/** How the sign-in pages look: one file for all of them, which a browser keeps. */
export const loginStyle = `${layoutStyle}${signInFormStyle}${codeStyle}`;
