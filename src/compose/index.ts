export { compose, type Application } from './compose.ts';
export { startedText } from './startedText.ts';
