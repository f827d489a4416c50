export type { FaqEntry, IntentLabel } from './faqEntries.ts';
export type { TextValue, TextValues } from './messageFormat.ts';
export {
  formatDay,
  formatMoment,
  formatMoney,
  formatMonth,
  formatMonthName,
  formatShortDay,
  formatWeekdayName,
} from './polishFormats.ts';
export { sayListedFacts } from './sayListedFacts.ts';
export type { TextKey } from './textKeys.ts';
export { loadTexts, type Say, type Texts } from './texts.ts';
