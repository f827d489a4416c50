import type { Meaning } from '../meaning/meaning.ts';
import { wordEnd, wordStart } from '../words/pattern.ts';
import { form, type Form } from './form.ts';

const ending = '(?:y|a|e|ego|ej|ym|emu|ych|ymi)';

/** Days counted from today, longer expressions first. */
const days: readonly (readonly [string, number])[] = [
  [`(?:dzien )?(?:przed ?wczoraj|przedwczorajsz${ending})`, -2],
  [`(?:dzien )?po ?jutrz[ea]`, 2],
  [`wczoraj|wczorajsz${ending}`, -1],
  [`jutr(?:o|a|em)|jutrzejsz${ending}`, 1],
  [`dzis|dzisiaj|dzisiejsz${ending}|obecnego dnia`, 0],
];

export const relativeForms: readonly Form[] = days.map(([pattern, count]) =>
  form(`${wordStart}(?<!\\bpo )(?:${pattern})${wordEnd}`, (): Meaning => ({
    is: 'shifted',
    unit: 'day',
    count,
    from: 0,
  })),
);
