export { intents, type Intent, type Understand, type Understanding } from './understanding.ts';
