export { compose, type Application, type Replacements } from './compose.ts';
export { startedText } from './startedText.ts';
