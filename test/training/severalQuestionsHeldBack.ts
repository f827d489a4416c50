import type { Intent } from '../../src/understanding/index.ts';

/**
 * Messages with several questions by readers of all kinds, written before the way of parting them was
 * worked on and not looked at during that work. The half of `severalQuestions.ts` that was is there.
 */
export const severalQuestionsHeldBack: readonly (readonly [string, ...Intent[]])[] = [
  // older readers, whole sentences
  [
    'Szanowni Państwo, chciałabym się dowiedzieć, kiedy będą dostępne kody do Legimi oraz ile ich Państwo mają.',
    'faq.when',
    'faq.pool',
  ],
  [
    'Dzień dobry. Syn kupił mi czytnik. Proszę mi powiedzieć, jakie są warunki i do kiedy kod jest ważny.',
    'faq.conditions',
    'faq.validity',
  ],
  [
    'Jestem emerytką i nie bardzo się na tym znam. Jak mam się zalogować? A potem na ilu urządzeniach mogę to czytać?',
    'faq.login',
    'faq.devices',
  ],
  [
    'Mam dwa pytania: po pierwsze, dlaczego muszę wypożyczyć książkę, a po drugie, kiedy są kody.',
    'faq.whyBorrow',
    'faq.when',
  ],
  [
    'Proszę o informację: 1) ile kodów przypada na miesiąc, 2) komu przysługują, 3) do kiedy trzeba je aktywować.',
    'faq.pool',
    'faq.conditions',
    'faq.activation',
  ],
  // hurried, phones, no marks
  ['ile kodow jest i kiedy startujecie', 'faq.pool', 'faq.when'],
  ['kiedy kody i gdzie o tym poczytam na waszej stronie', 'faq.when', 'faq.where'],
  ['jak sie zalogowac po kod no i kiedy mozna go brac', 'faq.login', 'faq.when'],
  ['ile urzadzen i do kiedy wazny kod', 'faq.devices', 'faq.validity'],
  ['po co wypozyczac ksiazki a tak w ogole ile macie tych kodow', 'faq.whyBorrow', 'faq.pool'],
  ['hejka kto moze dostac kod i jeszcze na ile urzadzen on jest', 'faq.conditions', 'faq.devices'],
  ['do kiedy aktywowac kod i co jesli mam tablet i telefon', 'faq.activation', 'faq.devices'],
  // by the way
  [
    'Kiedy ruszają kody w tym miesiącu? A przy okazji, czy na dwóch telefonach też pójdzie?',
    'faq.when',
    'faq.devices',
  ],
  [
    'gdzie na stronie jest o legimi? przy okazji: jakie warunki trzeba spełnić?',
    'faq.where',
    'faq.conditions',
  ],
  [
    'Ile jest kodów na miesiąc, a przy okazji do kiedy trzeba taki kod aktywować?',
    'faq.pool',
    'faq.activation',
  ],
  // a shared subject
  ['Kiedy i na jakich warunkach wydajecie kody?', 'faq.when', 'faq.conditions'],
  [
    'ile jest kodów, kiedy je wydajecie i kto je dostaje?',
    'faq.pool',
    'faq.when',
    'faq.conditions',
  ],
  ['Do kiedy kod jest ważny i na ilu urządzeniach można go używać?', 'faq.validity', 'faq.devices'],
  // two with "czy"
  ['czy mogę czytać na telefonie i tablecie naraz i czy kody już są?', 'faq.devices', 'faq.when'],
  [
    'Czy są jakieś warunki, żeby dostać kod, i czy mogę czytać na dwóch urządzeniach?',
    'faq.conditions',
    'faq.devices',
  ],
  // something to do, and a question
  ['Sprawdź mi, czy dostanę kod, i powiedz, ile ich w ogóle jest', 'action.check', 'faq.pool'],
  ['Chcę pobrać kod. Do kiedy będzie ważny?', 'action.claim', 'faq.validity'],
  [
    'Przypomnij mi, jaki mam kod. I na ilu urządzeniach mogę go użyć?',
    'action.remind',
    'faq.devices',
  ],
  ['kiedy są kody? wyloguj mnie', 'faq.when', 'control.signOut'],
  // a story
  [
    'Moja córka zdaje maturę i potrzebuje lektur. Koleżanka mówiła o Legimi z biblioteki. Jakie trzeba spełnić warunki? I ile tych kodów macie, bo podobno szybko znikają?',
    'faq.conditions',
    'faq.pool',
  ],
  [
    'W zeszłym miesiącu przegapiłem termin i kod przepadł, teraz chcę to zrobić porządnie: kiedy będą nowe i do kiedy trzeba aktywować?',
    'faq.when',
    'faq.activation',
  ],
  [
    'no bo pani w okienku kazała mi coś wypożyczyć, czemu? i w ogóle kiedy są te kody',
    'faq.whyBorrow',
    'faq.when',
  ],
  // without a question mark, lines
  ['ilość kodów w miesiącu\ntermin pobierania', 'faq.pool', 'faq.when'],
  [
    '- na ilu urządzeniach\n- do kiedy ważny kod\n- jak się zalogować',
    'faq.devices',
    'faq.validity',
    'faq.login',
  ],
  [
    'Kiedy pojawią się kody, jak długo potem są ważne i czy mogę czytać na kilku urządzeniach?',
    'faq.when',
    'faq.validity',
    'faq.devices',
  ],
];
