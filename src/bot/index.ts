export { createBot, type Bot, type BotOptions } from './bot.ts';
export { ChatState } from './chatState.ts';
