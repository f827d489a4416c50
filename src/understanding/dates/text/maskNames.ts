import { mask, maskCharacter } from './mask.ts';

const month =
  '(?:Stycze[nń]|Stycznia|Lut(?:y|ego|ym)|Marzec|Marca|Kwiecie[nń]|Kwietnia|Maj(?:|a|owi|em|u)|Czerwiec|Czerwca|Lipiec|Lipca|Sierpie[nń]|Sierpnia|Wrzesie[nń]|Wrze[sś]nia|Pa[zź]dziernik(?:|a)|Listopad(?:|a)|Grudzie[nń]|Grudnia)';
const weekday =
  '(?:Poniedzia[lł](?:ek|ku)|Wtor(?:ek|ku)|[SŚ]rod(?:a|y|ę|ą)|Czwart(?:ek|ku|kiem)|Pi[aą]t(?:ek|ku|kiem)|Sobot(?:a|y|ę|ą)|Niedziel(?:a|i|ę|ą))';
const streetDay = String.raw`(?:\d{1,2}\.?|[Tt]rzeciego|[Jj]edenastego|[Pp]ierwszego|[Pp]iętnastego)`;
const surname = `(?:${month}|${weekday}|Sylwest(?:er|ra|rem)|Wigili[aię])`;
const nameEnd = String.raw`(?![\p{L}\p{N}])(?![ ,]*\d)`;

const firstNames =
  'Adam|Agata|Agnieszka|Aleksander|Aleksandra|Alicja|Andrzej|Anna|Ania|Barbara|Bartosz|Beata|Dariusz|Dawid|Dorota|Elżbieta|Ewa|Filip|Grzegorz|Grażyna|Halina|Hanna|Henryk|Irena|Iwona|Jacek|Jakub|Jan|Janina|Janusz|Jerzy|Joanna|Justyna|Kamil|Karol|Karolina|Katarzyna|Kasia|Krystyna|Krzysztof|Łukasz|Maciej|Magdalena|Maja|Małgorzata|Marcin|Marek|Maria|Mariusz|Marta|Mateusz|Michał|Mirosław|Monika|Natalia|Paweł|Piotr|Rafał|Renata|Robert|Roman|Ryszard|Sławomir|Stanisław|Sylwia|Teresa|Tomasz|Urszula|Wiesław|Wojciech|Zbigniew|Zofia';

/**
 * Words that turn into a month, a weekday or a holiday once diacritics and capitals are gone, and
 * names made of them. All are as Polish readers write them, so this runs before the folding.
 */
const homographs: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])(?:maj[ąĄ]|si[ęĘ])(?![\p{L}\p{N}])/giu,
  // A person: "pan Kwiecień", "nazywam się Sobota".
  new RegExp(
    String.raw`(?<!\p{L})(?:[Pp]a(?:n|ni|nu|na|nią|nem|nią|ństwo|ństwa)|[Nn]azywam ${maskCharacter}{3}|[Nn]azywam sie|[Nn]azwisko:?|[Ii]mię:?|dr|prof\.|[Jj]estem) (?:\p{Lu}\p{Ll}+ )?${surname}${nameEnd}`,
    'gu',
  ),
  new RegExp(String.raw`(?<!\p{L})(?:${firstNames}) ${surname}${nameEnd}`, 'gu'),
  // A place: "Środa Wielkopolska", "Środa Śl.".
  /(?<!\p{L})[SsŚś]rod\p{L}+ (?:Wlkp|Wielkopolsk|[SŚ]l[aą]sk|[SŚ]l\.)\p{L}*/gu,
  // A street by its cue, by an institution "przy" or "na" it, or by capitals and a house number.
  new RegExp(
    String.raw`(?<!\p{L})(?:ul\.?|ulic\p{L}*|al\.?|alej\p{L}*|pl\.?|plac\p{L}*|os\.?|osiedl\p{L}*|rond\p{L}*|skwer\p{L}*|przy|na rogu|róg)(?: (?:przy|na|im\.|ul\.|ulicy|placu))* ${streetDay} ?${month}(?! (?:19|20)\d\d)(?: \d{1,3}\p{L}?)?`,
    'giu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:[Ff]ili|[Bb]ibliote|[Ss]zk[oó][lł]|[Ss]zpital)\p{L}*(?: (?:przy|na|im\.|imienia|nr \d+))+ ${streetDay} ${month}(?! (?:19|20)\d\d)`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<!\d)\d{1,2} ${month} \d{1,3}(?:[a-zA-Z]|[/ ]\d{1,3})?(?![\d.:/-])(?! ?(?:r\.|roku))`,
    'gu',
  ),
  // A code or a signature: "AB12-2026-08-10".
  /(?<![\p{L}\d-])(?!\d{4}-\d{2}-\d{2}T)(?!\d{1,2}-(?:[IVX]+|[A-Z]{2,5})(?![A-Z\d]))(?=[A-Z\d-]*[A-Z])(?=[A-Z-]*\d)[A-Z\d]{2,}(?:-[A-Z\d]{2,})+(?![\p{L}\d-])/gu,
];

/** What a quotation must be to count as a date: a title stays a title („Sierpień”, „Rok 1984”). */
const quotedDate =
  /^ ?(?:\d{1,2}[. -]+(?:\d{1,2}[. -]+\d{2,4}|\d{1,2}\.?|\p{L}{3,12}\.?)(?: \d{4})?(?: ?r\.?| roku)?|dzi[sś]|dzisiaj|wczoraj|pojutrze) ?$/iu;
const quotation = /[„"”“«]([^„"”“«»\n]{1,120})[”"“»]/gu;

/** Cues that a quotation is a title even when it reads like a date. */
const titleCue =
  /(?:książk|ksiazk|tytu[lł]|ebook|e-book|audiobook|powie[sś][cć]|film|lektur|pt)\p{L}*\.?:? ?$/iu;

export function maskNames(text: string): string {
  const withoutTitles = text.replace(quotation, (match, inside: string, offset: number) =>
    quotedDate.test(inside) && !titleCue.test(text.slice(0, offset))
      ? match
      : maskCharacter.repeat(match.length),
  );
  return mask(withoutTitles, homographs);
}
