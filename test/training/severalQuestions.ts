import type { Intent } from '../../src/understanding/index.ts';

/** Messages with two or three questions, as readers write them, and what they ask, in order. */
export const severalQuestions: readonly (readonly [string, ...Intent[]])[] = [
  // joined by a word, with and without a question mark
  ['Kiedy będą nowe kody i na ilu urządzeniach mogę czytać?', 'faq.when', 'faq.devices'],
  ['ile macie kodów i jak długo kod jest ważny', 'faq.pool', 'faq.validity'],
  ['gdzie wpisać kod oraz ile dni mam na aktywację', 'faq.activation', 'faq.validity'],
  ['Jak aktywować kod, a do kiedy jest ważny?', 'faq.activation', 'faq.validity'],
  ['Na ilu urządzeniach działa Legimi oraz kto może dostać kod?', 'faq.devices', 'faq.conditions'],
  ['jakie są warunki i kiedy można pobrać kod', 'faq.conditions', 'faq.when'],
  ['o której godzinie są kody a ile ich jest w miesiącu', 'faq.when', 'faq.pool'],
  ['czemu muszę wypożyczać książki i ile kodów jest na miesiąc', 'faq.whyBorrow', 'faq.pool'],
  ['Jak się zalogować i jak aktywować kod?', 'faq.login', 'faq.activation'],
  ['czy mogę dostać kod i kiedy będą następne', 'action.check', 'faq.when'],
  ['Ile jest kodów oraz gdzie znajdę regulamin?', 'faq.pool', 'faq.where'],
  ['chcę kod i chcę wiedzieć na ilu urządzeniach zadziała', 'action.claim', 'faq.devices'],
  // a comma
  ['kiedy są kody, ile ich jest', 'faq.when', 'faq.pool'],
  ['Na ilu urządzeniach mogę czytać, kiedy są nowe kody?', 'faq.devices', 'faq.when'],
  ['gdzie znajdę regulamin, jak długo ważny jest kod', 'faq.where', 'faq.validity'],
  ['ile jest kodów, kto może dostać kod, kiedy są', 'faq.pool', 'faq.conditions', 'faq.when'],
  ['Jak aktywować kod, na ilu urządzeniach działa?', 'faq.activation', 'faq.devices'],
  // sentences and lines
  ['Kiedy są nowe kody? Ile ich macie?', 'faq.when', 'faq.pool'],
  ['Jak długo ważny jest kod? Jak go aktywować?', 'faq.validity', 'faq.activation'],
  ['kiedy nowe kody\nna ilu urządzeniach', 'faq.when', 'faq.devices'],
  ['1. kto może dostać kod\n2. kiedy są kody', 'faq.conditions', 'faq.when'],
  ['Jaki login wpisać? I dlaczego trzeba coś wypożyczyć?', 'faq.login', 'faq.whyBorrow'],
  ['Poproszę o kod. Na ilu urządzeniach zadziała?', 'action.claim', 'faq.devices'],
  ['Sprawdź, czy mogę dostać kod. Kiedy będą następne?', 'action.check', 'faq.when'],
  [
    'Ile macie kodów?\nKiedy można je pobrać?\nJak długo są ważne?',
    'faq.pool',
    'faq.when',
    'faq.validity',
  ],
  // a story, or manners, before
  [
    'Dzień dobry, mam 67 lat i nowy czytnik. Na ilu urządzeniach mogę czytać i kiedy są kody?',
    'faq.devices',
    'faq.when',
  ],
  [
    'Córka namówiła mnie na Legimi. Kto może dostać kod i jak go potem aktywować?',
    'faq.conditions',
    'faq.activation',
  ],
  [
    'Hej, w zeszłym miesiącu nie zdążyłam. Kiedy będą nowe kody? Ile ich jest?',
    'faq.when',
    'faq.pool',
  ],
  [
    'Dostałem kod od pani w bibliotece. Gdzie go wpisać i do kiedy jest ważny?',
    'faq.activation',
    'faq.validity',
  ],
  [
    'Witam. Mam dwa pytania. Ile kodów jest w miesiącu oraz o której godzinie je wydajecie?',
    'faq.pool',
    'faq.when',
  ],
  ['mam tablet i telefon, czy mogę czytać na obu i kiedy są nowe kody', 'faq.devices', 'faq.when'],
  // without diacritics
  ['kiedy beda kody i ile ich bedzie', 'faq.when', 'faq.pool'],
  ['gdzie jest regulamin i jakie sa warunki', 'faq.where', 'faq.conditions'],
  ['jak dlugo wazny jest kod i na ilu urzadzeniach dziala', 'faq.validity', 'faq.devices'],
  ['przypomnij mi o kodach i powiedz ile ich jest', 'action.remind', 'faq.pool'],
  ['dlaczego mam cos wypozyczyc, ile macie kodow', 'faq.whyBorrow', 'faq.pool'],
  ['chce kod a nie wiem jak go aktywowac', 'action.claim', 'faq.activation'],
  // three at once
  [
    'Kiedy są kody, ile ich jest i na ilu urządzeniach mogę czytać?',
    'faq.when',
    'faq.pool',
    'faq.devices',
  ],
  [
    'kto moze dostac kod, jak go aktywowac i jak dlugo jest wazny',
    'faq.conditions',
    'faq.activation',
    'faq.validity',
  ],
  [
    'Sprawdź czy mi przysługuje, przypomnij mi o nowych kodach i wyloguj mnie',
    'action.check',
    'action.remind',
    'control.signOut',
  ],
];
