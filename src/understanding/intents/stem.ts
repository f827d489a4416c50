/** Endings of Polish nouns, adjectives and verbs after folding, longest first. */
const endings: readonly string[] = [
  'owalibysmy owalyscie owaliscie owalismy owalysmy',
  'iejszych iejszego owaniem owania owaniu owalem owalam',
  'ywalem ywalam ibysmy ujecie ujemy ujesz owali owaly owano owane owany owana owac owal owala',
  'alismy alysmy aliscie alyscie eliscie elismy ilismy ilysmy ylismy alibym alabym',
  'ajcie ijcie acych acego acymi eniem aniem ieniu eniu aniu ania enia anie enie',
  'alem alam ilem ilam ylem ylam elem elam abym ibym',
  'ymi imi ami ach ego emu iej owi owie ych ich ymu ecie esz asz isz ysz emy amy imy ymy',
  'ala ali aly alo ila ili ily ilo yla yli yly ela eli ely',
  'ac ec ic yc al el il yl am em im ym ie ow om uj aj ej ij',
  'a e i o u y',
]
  .flatMap((line) => line.split(' '))
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

const shortestStem = 3;

/** The word without its longest known ending; at least three letters stay. */
export function stemOf(word: string): string {
  for (const ending of endings) {
    if (word.length - ending.length >= shortestStem && word.endsWith(ending)) {
      return word.slice(0, -ending.length);
    }
  }
  return word;
}
