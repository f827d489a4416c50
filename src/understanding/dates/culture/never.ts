import { RegExpUtility } from '@microsoft/recognizers-text-number';

/** For the slots of the library's configurations that Polish does not use. */
export const never = RegExpUtility.getSafeRegExp('(?!x)x', 'gis');
