// Written by scripts/textKeys.mjs from locales/pl. Change the locale files, not this one.

/** The values that each sentence needs. */
export type ValuesOf = {
  'answerQuestion.source': { source: string | number };
  'checkEligibility.eligible': { activateBy: string | number; month: string | number; remaining: number };
  'checkEligibility.preview': { opensAt: string | number };
  'checkEligibility.refused': { nextRelease: string | number; reasons: string | number };
  'checkEligibility.unknownBeside': { facts: string | number };
  'checkEligibility.cannotTell': { contactPage: string | number; facts: string | number };
  'claimCode.issued': { accessDays: number; activateBy: string | number; code: string | number; devices: number; month: string | number; registrationPage: string | number };
  'claimCode.alreadyClaimed': { accessDays: number; activateBy: string | number; code: string | number; devices: number; month: string | number; registrationPage: string | number };
  'claimCode.notTaken': Record<string, never>;
  'claimCode.sessionOver': Record<string, never>;
  'claimCode.notHere': { codePage: string | number };
  'control.cancelled': Record<string, never>;
  'control.nothingToCancel': Record<string, never>;
  'control.help': Record<string, never>;
  'control.signedOut': Record<string, never>;
  'control.notSignedIn': Record<string, never>;
  'control.sessionEnded': Record<string, never>;
  'control.privacy': { privacyPage: string | number };
  'dontKnow.suggest': { count: number };
  'dontKnow.library': { contact: string | number; library: string | number };
  'dontKnow.legimi': { contact: string | number; library: string | number };
  'dontKnow.other': { contact: string | number; library: string | number };
  'dontKnow.again': { contact: string | number; library: string | number };
  'greet.first': { library: string | number; privacyPage: string | number };
  'greet.again': { library: string | number };
  'handOver.contact': { contact: string | number; library: string | number };
  'handOver.place': { place: string | number };
  'handOver.phone': { phone: string | number };
  'handOver.email': { email: string | number };
  'handOver.page': { page: string | number };
  'pick.noneButton': Record<string, never>;
  'pick.none': Record<string, never>;
  'pick.first': Record<string, never>;
  'pick.second': Record<string, never>;
  'pick.third': Record<string, never>;
  'pick.last': Record<string, never>;
  'refusal.unpaid_fine': { amount: string | number };
  'refusal.no_loan_this_year': { needed: number; year: string | number };
  'refusal.data_not_confirmed.before': { day: string | number; year: string | number };
  'refusal.data_not_confirmed.never': { year: string | number };
  'refusal.overdue_items': { count: number };
  'refusal.previous_code_not_activated': { claimableFrom: string | number; month: string | number };
  'refusal.pool_empty': { month: string | number; nextRelease: string | number };
  'refusal.not_open_yet': { opensAt: string | number };
  'refusal.already_claimed': { month: string | number };
  'refusal.unknown.balance': Record<string, never>;
  'refusal.unknown.loansThisYear': Record<string, never>;
  'refusal.unknown.previousActivation': Record<string, never>;
  'refusal.unknown.dataConfirmedOn': Record<string, never>;
  'refusal.unknown.overdueItems': Record<string, never>;
  'remindCode.reminded': { accessDays: number; activateBy: string | number; code: string | number; devices: number; month: string | number; registrationPage: string | number };
  'remindCode.nothing': Record<string, never>;
  'root.textOnly': Record<string, never>;
  'root.noSecrets': Record<string, never>;
  'root.outdated': Record<string, never>;
  'root.failed': Record<string, never>;
  'signIn.link.sameBrowser': { pairingNumber: string | number };
  'signIn.link.typedCode': { pairingNumber: string | number };
  'signIn.button': Record<string, never>;
  'signIn.help': Record<string, never>;
  'signIn.waiting': Record<string, never>;
  'signIn.stillWaiting': Record<string, never>;
  'signIn.newLink': Record<string, never>;
  'signIn.newLinkWordings': Record<string, never>;
  'signIn.signedIn': { lastDigits: string | number };
  'signIn.wrongCode': Record<string, never>;
  'signIn.codeExpired': Record<string, never>;
  'signIn.tooMany': { time: string | number };
  'smallTalk.greet': Record<string, never>;
  'smallTalk.thanks': Record<string, never>;
  'smallTalk.bye': Record<string, never>;
  'smallTalk.insult': Record<string, never>;
  'smallTalk.bot': Record<string, never>;
  'yesNo.questions.claim': { activateBy: string | number; month: string | number };
  'yesNo.questions.checkInstead': { month: string | number };
  'yesNo.unclear': Record<string, never>;
};

export type TextKey = keyof ValuesOf;

export const textValueNames: Readonly<Record<TextKey, readonly string[]>> = {
  'answerQuestion.source': ['source'],
  'checkEligibility.eligible': ['activateBy', 'month', 'remaining'],
  'checkEligibility.preview': ['opensAt'],
  'checkEligibility.refused': ['nextRelease', 'reasons'],
  'checkEligibility.unknownBeside': ['facts'],
  'checkEligibility.cannotTell': ['contactPage', 'facts'],
  'claimCode.issued': ['accessDays', 'activateBy', 'code', 'devices', 'month', 'registrationPage'],
  'claimCode.alreadyClaimed': ['accessDays', 'activateBy', 'code', 'devices', 'month', 'registrationPage'],
  'claimCode.notTaken': [],
  'claimCode.sessionOver': [],
  'claimCode.notHere': ['codePage'],
  'control.cancelled': [],
  'control.nothingToCancel': [],
  'control.help': [],
  'control.signedOut': [],
  'control.notSignedIn': [],
  'control.sessionEnded': [],
  'control.privacy': ['privacyPage'],
  'dontKnow.suggest': ['count'],
  'dontKnow.library': ['contact', 'library'],
  'dontKnow.legimi': ['contact', 'library'],
  'dontKnow.other': ['contact', 'library'],
  'dontKnow.again': ['contact', 'library'],
  'greet.first': ['library', 'privacyPage'],
  'greet.again': ['library'],
  'handOver.contact': ['contact', 'library'],
  'handOver.place': ['place'],
  'handOver.phone': ['phone'],
  'handOver.email': ['email'],
  'handOver.page': ['page'],
  'pick.noneButton': [],
  'pick.none': [],
  'pick.first': [],
  'pick.second': [],
  'pick.third': [],
  'pick.last': [],
  'refusal.unpaid_fine': ['amount'],
  'refusal.no_loan_this_year': ['needed', 'year'],
  'refusal.data_not_confirmed.before': ['day', 'year'],
  'refusal.data_not_confirmed.never': ['year'],
  'refusal.overdue_items': ['count'],
  'refusal.previous_code_not_activated': ['claimableFrom', 'month'],
  'refusal.pool_empty': ['month', 'nextRelease'],
  'refusal.not_open_yet': ['opensAt'],
  'refusal.already_claimed': ['month'],
  'refusal.unknown.balance': [],
  'refusal.unknown.loansThisYear': [],
  'refusal.unknown.previousActivation': [],
  'refusal.unknown.dataConfirmedOn': [],
  'refusal.unknown.overdueItems': [],
  'remindCode.reminded': ['accessDays', 'activateBy', 'code', 'devices', 'month', 'registrationPage'],
  'remindCode.nothing': [],
  'root.textOnly': [],
  'root.noSecrets': [],
  'root.outdated': [],
  'root.failed': [],
  'signIn.link.sameBrowser': ['pairingNumber'],
  'signIn.link.typedCode': ['pairingNumber'],
  'signIn.button': [],
  'signIn.help': [],
  'signIn.waiting': [],
  'signIn.stillWaiting': [],
  'signIn.newLink': [],
  'signIn.newLinkWordings': [],
  'signIn.signedIn': ['lastDigits'],
  'signIn.wrongCode': [],
  'signIn.codeExpired': [],
  'signIn.tooMany': ['time'],
  'smallTalk.greet': [],
  'smallTalk.thanks': [],
  'smallTalk.bye': [],
  'smallTalk.insult': [],
  'smallTalk.bot': [],
  'yesNo.questions.claim': ['activateBy', 'month'],
  'yesNo.questions.checkInstead': ['month'],
  'yesNo.unclear': [],
};
