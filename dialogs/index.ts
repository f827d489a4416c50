export { chatOf, setChat } from './conversation.ts';
export { newMemory, type Memory } from './memory.ts';
export { rememberedText } from './rememberedText.ts';
export { createRoot, type Root } from './root.ts';
export type { Services } from './services.ts';
export { sayStoreAway } from './storeAway.ts';
