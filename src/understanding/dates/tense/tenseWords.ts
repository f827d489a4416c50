import { oneOf } from '../words/pattern.ts';

/** The whole of a folded word: one of the stems and one of the endings, perhaps after "nie". */
function wholeWord(stems: string, endings = ''): RegExp {
  return new RegExp(`^(?:nie)?${oneOf(stems.trim().split(/\s+/))}${endings}$`);
}

/** Third person, past: "pobrał", "minęły". The stems are listed, the endings are too common. */
const pastThird = wholeWord(
  `(?:po|ode|wy|za|przy|na|do|ze)?bra (?:re)?aktywowa dosta otrzyma (?:wy|za|w|na|prze|o|do)?pisa
   (?:za|wy|prze)?logowa (?:za|wy|prze)?rejestrowa (?:s|wy)?korzysta skonczy zakonczy rozpocze
   zacze zaczyna wygas mine mija przepad zgubi zalozy zwroci odda wyda da poda (?:wy)?pozyczy
   (?:wy)?kupi zaplaci zrobi wysla przysla pojawi zosta zmieni (?:z)?uzy (?:za)?dziala przedluzy
   przeczyta sciagne pobiera odbiera uruchomi otworzy by mia zablokowa powiedzia wyjecha odwiedzi
   zapomnia uda probowa sprobowa musia mog zamkne oglosi chodzi potwierdzi zglosi`,
  '(?:l|la|lo|li|ly)',
);
const irregularPast = wholeWord(
  `(?:po|przy|wy|we|do|ode)szl(?:o|i) (?:przy|wy|w|do|od|po)?(?:szedl|szla) minal zaczal sciagnal
   zamknal rozpoczal wygasl(?:a|o|y)? przepadl(?:a|o|y)?`,
);

/** Third person, past, of any verb, when it is written with its "ł"; and what only ends like one. */
const writtenPast = /ł[aoy]?$/;
const notWrittenPast =
  /^(?:(?:cał|mał|mił|biał|zł|wspaniał|doskonał|pozostał|trwał|dojrzał|przyszł|przeszł|zeszł|ubiegł|nagł|stał|okrągł)[ay]|(?:za|roz|od|wy|po|u|przy)?dział[ay]?|(?:wy|prze|po|przy|od|na|za)syła|(?:od|za|po|wy|przy)?woła|(?:tytu|artyku|kana|materia|rega|modu|sygna|idea|deta|genera|kapita|bawe|prze)ł[ay]?|(?:protok|zesp|szczeg|st|og|dzięci|koz|mat)[oó]ł[ay]?|pół|około|szkoł[ay]|(?:has|źród|dzie|ko|cia|świat|tł|krzes|mas|czo|myd|skrzyd|jabł|ciep|god)ł?[oa]|si[lł][ay]|chwil[ay]|pszczoł[ay]|mgł[ay])$/;

/** First and second person, past: any verb, but for what only looks like one. */
const pastFirst = /[a-z](?:lem|lam|lismy|lysmy|liscie|lyscie)$/;
const notPast: ReadonlySet<string> = new Set(
  `chcialem chcialam chcielismy chcialysmy wolalem wolalam
   problem mailem emailem portalem celem tytulem artykulem haslem dzialem kanalem materialem stolem
   regalem zespolem protokolem oddzialem wydzialem podzialem udzialem rozdzialem zrodlem modulem
   zalem kolem sygnalem personelem hotelem modelem wysylam przesylam odsylam posylam nadsylam
   przysylam dzialam wolam reklam islam`
    .trim()
    .split(/\s+/),
);

/** Participles and impersonal forms: "pobrany", "wydano". */
const pastParticiple = wholeWord(
  `(?:po|ode|wy|za)bran (?:re)?aktywowan otrzyman wydan oddan (?:wy|za|w)pisan wykorzystan
   zarejestrowan zalozon (?:wy)?pozyczon zwrocon (?:wy)?kupion zrobion wyslan przyslan zgubion
   uruchomion zmienion zuzyt dostarczon przedluzon zablokowan sciagniet zakonczon`,
  '(?:y|a|e|ego|ej|ym|ych|o)',
);

const future = wholeWord(
  `bed(?:e|zie|a|ziesz|ziemy|ziecie) (?:od|po|wy)bior(?:e|a) (?:ode|po|wy)bierze(?:my|sz)?
   (?:przy|po)jd(?:e|a|zie|ziemy) (?:przy|po|wy)jad(?:e|a) (?:przy|po|wy)jedzie(?:my)?
   wpadn(?:e|a|iemy) zajrz(?:e|y) wygasn(?:ie|a) przepadn(?:ie|a) zdaz(?:e|y|a|ymy)
   (?:w|za|na|wy)pisz(?:e|emy|a) (?:s|wy)korzystam(?:y)? uzyj(?:e|emy) zrobi(?:e|my)
   zalatwi(?:e|my) dostan(?:e|ie|a|iemy) otrzymam(?:y)? otrzyma wroc(?:e|i|a|imy) oddam(?:y)?
   zwroc(?:e|imy) pojawi(?:a)? rusz(?:y|a) skoncz(?:y|e|a) min(?:ie|a) wyjezdzam(?:y)?
   zaplac(?:e|imy) kupi(?:e|my) przedluz(?:e|ymy) aktywuj(?:e|emy|a) uruchomi(?:e|a)
   zaloz(?:e|ymy) wypozycz(?:e|ymy) (?:za|rozpo)czn(?:e|ie|a) stanie uda zostan(?:ie|a)
   wystartuj(?:e|a) wznowi(?:a|cie) otworz(?:a|ycie) zamkna przeczytam zobacz(?:e|ymy)
   wezm(?:e|ie|iemy|iecie) (?:po|do)jd(?:e|zie|ziemy) potwierdz(?:e|i|imy) zaktualizuj(?:e|emy)
   przynios(?:e|a) przyniesie (?:do|o|po)dacie dacie wrzucicie uruchomicie zadzwoni(?:e|cie)
   poczekam(?:y)? wysl(?:e|ecie) pozycz(?:e|ymy) wstapi(?:e|my) zabraknie zniknie strac(?:e|i|imy)
   wyczerpi(?:e|a) dotrze zaplanuj(?:e|emy) oplac(?:e|imy) siegn(?:e|iemy) skontaktuj(?:e|emy)
   zadziala sprobuj(?:e|emy) zglosz(?:e)? zarejestruj(?:e|emy) zaloguj(?:e|emy) sciagn(?:e|iemy)`,
);

/** Wishes and possibilities look ahead too: "mogę", "można", "chciałabym", "muszę". */
const ahead = wholeWord(
  `zamierza(?:m|my) planuj(?:e|emy) chc(?:e|emy|a) chcial(?:bym|abym|by|aby)
   chcieli(?:bysmy|by) mog(?:e|a) mogl(?:bym|abym|by) mozna mozemy mozesz musz(?:e|a) musi(?:my)?
   potrzebuj(?:e|emy) powin(?:ienem|nam|no|ien|na|nismy) przypomnij(?:cie)? wolno warto`,
);

/** A bare infinitive leans ahead when nothing else tells: "jak odebrać kod 10 grudnia". */
const infinitive = wholeWord(
  `pobrac odebrac aktywowac przyjsc wpisac zwrocic oddac uzyc wykorzystac skorzystac zapisac dostac
   otrzymac wypozyczyc przedluzyc przypomniec zalozyc przyniesc zarejestrowac`,
);

/** Present forms that are common beside dates: they keep a verb farther away from deciding. */
const present = wholeWord(
  `jest sa mam masz ma mamy maja liczy licza dziala dzialaja konczy koncza zaczyna zaczynaja trwa
   mija wygasa obowiazuje przysluguje nalezy wypada przypada`,
);

export type TenseMark = 'past' | 'future' | 'present' | 'leansAhead';

/** What a word says about the time of its sentence: folded, and as it was written. */
export function markOf(word: string, written: string): TenseMark | null {
  if (word.length < 2 || notPast.has(word)) return null;
  if (future.test(word) || ahead.test(word)) return 'future';
  const isPast = [pastFirst, pastThird, irregularPast, pastParticiple].some((p) => p.test(word));
  if (isPast || (word.length > 2 && writtenPast.test(written) && !notWrittenPast.test(written)))
    return 'past';
  if (present.test(word)) return 'present';
  return infinitive.test(word) ? 'leansAhead' : null;
}

/** After these an -ł form is no past: "będę mogła", "żebym próbowała". */
export function turnsAhead(word: string): boolean {
  return /^(?:bed(?:e|zie|a|ziesz|ziemy|ziecie)|zeby[ms]?|zebysmy|gdyby[ms]?|gdybysmy|aby[ms]?)$/.test(
    word,
  );
}
