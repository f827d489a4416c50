export { readDates, warmUpDates } from './readDates.ts';
export type { Ambiguity, DateReading, WeekdayConflict } from './reading.ts';
export type { IsoDay } from './isoDay.ts';
export type { Tense } from './meaning/candidates.ts';
export type { Impossible } from './meaning/meaning.ts';
export { polishCulture, PolishDateTimeModel, registerPolish } from './culture/polishModel.ts';
