// Written by scripts/textKeys.mjs from locales/pl. Change the locale files, not this one.

/** The values that each sentence needs. */
export type ValuesOf = {
  'acknowledge.wordings': Record<string, never>;
  'acknowledge.fine': Record<string, never>;
  'acknowledge.settleFirst': Record<string, never>;
  'answerAboutOwnChance.words': Record<string, never>;
  'answerAboutOwnChance.next': { activateBy: string | number; daysLeft: number; month: string | number; nextRelease: string | number };
  'answerAboutOwnCode.words': Record<string, never>;
  'answerAboutOwnCode.deadline': { access: 'cut' | 'other'; accessDays: number; activateBy: string | number; contractEnd: string | number; daysLeft: number; month: string | number };
  'answerAboutRefusal.about.unpaid_fine': Record<string, never>;
  'answerAboutRefusal.about.no_loan_this_year': Record<string, never>;
  'answerAboutRefusal.about.data_not_confirmed': Record<string, never>;
  'answerAboutRefusal.about.overdue_items': Record<string, never>;
  'answerAboutRefusal.about.previous_code_not_activated': Record<string, never>;
  'answerAboutRefusal.asks.dispute': Record<string, never>;
  'answerAboutRefusal.asks.lateActivation': Record<string, never>;
  'answerAboutRefusal.asks.then': Record<string, never>;
  'answerAboutRefusal.asks.remotely': Record<string, never>;
  'answerAboutRefusal.asks.detail': Record<string, never>;
  'answerAboutRefusal.asks.until': Record<string, never>;
  'answerAboutRefusal.asks.where': Record<string, never>;
  'answerAboutRefusal.asks.amount': Record<string, never>;
  'answerAboutRefusal.asks.why': Record<string, never>;
  'answerAboutRefusal.asks.what': Record<string, never>;
  'answerAboutRefusal.alone.dispute': Record<string, never>;
  'answerAboutRefusal.alone.then': Record<string, never>;
  'answerAboutRefusal.alone.remotely': Record<string, never>;
  'answerAboutRefusal.alone.bring': Record<string, never>;
  'answerAboutRefusal.alone.detail': Record<string, never>;
  'answerAboutRefusal.alone.until': Record<string, never>;
  'answerAboutRefusal.alone.where': Record<string, never>;
  'answerAboutRefusal.alone.amount': Record<string, never>;
  'answerAboutRefusal.alone.why': Record<string, never>;
  'answerAboutRefusal.alone.what': Record<string, never>;
  'answerAboutRefusal.alone.again': Record<string, never>;
  'answerAboutRefusal.alone.wait': Record<string, never>;
  'answerAboutRefusal.dispute': { contact: string | number; reasons: string | number };
  'answerAboutRefusal.lateActivation': { reasons: string | number };
  'answerAboutRefusal.then': { reasons: string | number };
  'answerAboutRefusal.remotely': { contact: string | number };
  'answerAboutRefusal.bring': { contact: string | number };
  'answerAboutRefusal.detail': { contact: string | number; reasons: string | number };
  'answerAboutRefusal.until': { month: string | number; reasons: string | number };
  'answerAboutRefusal.where': { contact: string | number; reasons: string | number };
  'answerAboutRefusal.amount': { reasons: string | number };
  'answerAboutRefusal.why': { reasons: string | number };
  'answerAboutRefusal.what': { count: number; reasons: string | number };
  'answerAboutRefusal.wait': { facts: string | number };
  'answerQuestion.source': { source: string | number };
  'answerQuestion.whereToSee': Record<string, never>;
  'answerWithDate.claimed': { activateBy: string | number; day: string | number; daysLeft: number; named: 'month' | 'other'; state: 'over' | 'other' };
  'answerWithDate.activated': { accessDays: number; day: string | number; daysLeft: number; end: string | number; reason: 'contract' | 'other'; state: 'over' | 'ahead' | 'other' };
  'answerWithDate.release': { day: 'on' | 'wholeMonth' | 'after' | 'other'; month: string | number; named: string | number; nextRelease: string | number; release: string | number; remaining: number; state: 'over' | 'open' | 'other' };
  'answerWithDate.weekdayConflict': { day: string | number; said: string | number };
  'answerWithDate.besideDate': Record<string, never>;
  'askForDate.dayBeyondMonth': { days: number; month: string | number };
  'askForDate.noSuchDate': { date: string | number };
  'askForDate.ambiguous': { one: string | number; other: string | number };
  'changeMind.refusals': Record<string, never>;
  'changeMind.afterAll': Record<string, never>;
  'checkEligibility.eligible': { activateBy: string | number; daysLeft: number; month: string | number; remaining: number };
  'checkEligibility.eligiblePaused': { text: string | number };
  'checkEligibility.preview': { opensAt: string | number };
  'checkEligibility.refused': { reasons: string | number };
  'checkEligibility.stillLeft': { month: string | number; remaining: number };
  'checkEligibility.unknownBeside': { facts: string | number };
  'checkEligibility.acceptedBeside': { facts: string | number };
  'checkEligibility.cannotTell': { contactPage: string | number; facts: string | number };
  'checkEligibility.againButton': Record<string, never>;
  'checkEligibility.againWordings': Record<string, never>;
  'checkEligibility.asOf.system': { facts: string | number; when: string | number; which: 'all' | 'other' };
  'checkEligibility.asOf.snapshot': { day: string | number; facts: string | number; which: 'all' | 'other' };
  'checkEligibility.asOf.today': { time: string | number };
  'checkEligibility.asOf.earlier': { day: string | number; time: string | number };
  'checkEligibility.fact.balance': Record<string, never>;
  'checkEligibility.fact.loansThisYear': Record<string, never>;
  'checkEligibility.fact.dataConfirmedOn': Record<string, never>;
  'checkEligibility.fact.overdueItems': Record<string, never>;
  'checkEligibility.fact.previousActivation': Record<string, never>;
  'claimCode.issued': { access: 'cut' | 'other'; accessDays: number; activateBy: string | number; code: string | number; contractEnd: string | number; daysLeft: number; devices: number; month: string | number; registrationPage: string | number };
  'claimCode.alreadyClaimed': { access: 'cut' | 'other'; accessDays: number; activateBy: string | number; code: string | number; contractEnd: string | number; daysLeft: number; devices: number; month: string | number; registrationPage: string | number };
  'claimCode.notTaken': Record<string, never>;
  'claimCode.sessionOver': Record<string, never>;
  'claimCode.monthOver': { month: string | number };
  'claimCode.held': Record<string, never>;
  'claimCode.notHere': { codePage: string | number };
  'claimCode.paused': { text: string | number };
  'codePage.inChat': Record<string, never>;
  'codePage.button': Record<string, never>;
  'codePage.staysInHistory': Record<string, never>;
  'codePage.title': Record<string, never>;
  'codePage.intro': Record<string, never>;
  'codePage.show': Record<string, never>;
  'codePage.label': Record<string, never>;
  'codePage.next': Record<string, never>;
  'codePage.goneTitle': Record<string, never>;
  'codePage.gone': Record<string, never>;
  'codePage.awayTitle': Record<string, never>;
  'codePage.away': Record<string, never>;
  'control.cancelled': Record<string, never>;
  'control.nothingToCancel': Record<string, never>;
  'control.help': Record<string, never>;
  'control.signedOut': Record<string, never>;
  'control.notSignedIn': Record<string, never>;
  'control.signInLeft': Record<string, never>;
  'control.sessionEnded': Record<string, never>;
  'control.privacy': { privacyPage: string | number };
  'control.notMe': Record<string, never>;
  'correction.openings': Record<string, never>;
  'correction.wordings': Record<string, never>;
  'correction.rephrase': Record<string, never>;
  'crisis.wordings': Record<string, never>;
  'crisis.jokes': Record<string, never>;
  'crisis.help': Record<string, never>;
  'declineReturn.returning': Record<string, never>;
  'declineReturn.cancelling': Record<string, never>;
  'declineReturn.cannot': { contact: string | number };
  'demoPage.documentTitle': Record<string, never>;
  'demoPage.ribbon': Record<string, never>;
  'demoPage.library': Record<string, never>;
  'demoPage.menu.label': Record<string, never>;
  'demoPage.menu.reader': Record<string, never>;
  'demoPage.hero.title': Record<string, never>;
  'demoPage.hero.text': { button: string | number };
  'demoPage.try.title': Record<string, never>;
  'demoPage.try.ask': Record<string, never>;
  'demoPage.try.check': Record<string, never>;
  'demoPage.try.claim': Record<string, never>;
  'demoPage.try.keyboard': Record<string, never>;
  'demoPage.readers.title': Record<string, never>;
  'demoPage.readers.text': Record<string, never>;
  'demoPage.readers.name': Record<string, never>;
  'demoPage.readers.card': Record<string, never>;
  'demoPage.readers.password': Record<string, never>;
  'demoPage.readers.shows': Record<string, never>;
  'demoPage.shows.eligible': Record<string, never>;
  'demoPage.shows.alsoEligible': Record<string, never>;
  'demoPage.shows.finedReader': Record<string, never>;
  'demoPage.shows.withoutLoan': Record<string, never>;
  'demoPage.shows.unconfirmed': Record<string, never>;
  'demoPage.shows.overdue': Record<string, never>;
  'demoPage.shows.notActivated': Record<string, never>;
  'demoPage.shows.alreadyClaimed': Record<string, never>;
  'demoPage.shows.severalReasons': Record<string, never>;
  'demoPage.shows.cannotTell': Record<string, never>;
  'demoPage.shows.refusedAndUnknown': Record<string, never>;
  'demoPage.shows.blocked': Record<string, never>;
  'demoPage.rehearse.title': Record<string, never>;
  'demoPage.rehearse.text': Record<string, never>;
  'demoPage.embed.title': Record<string, never>;
  'demoPage.embed.text': Record<string, never>;
  'demoPage.embed.options': Record<string, never>;
  'demoPage.embed.policy': { address: string | number };
  'demoPage.privacy': Record<string, never>;
  'dontKnow.suggest': { count: number };
  'dontKnow.suggestBeside': { options: string | number };
  'dontKnow.beside': Record<string, never>;
  'dontKnow.option': { label: string | number };
  'dontKnow.library': { contact: string | number; library: string | number };
  'dontKnow.legimi': { contact: string | number; library: string | number };
  'dontKnow.other': { contact: string | number; library: string | number };
  'dontKnow.second': Record<string, never>;
  'dontKnow.again': { contact: string | number; library: string | number };
  'dontKnow.short': Record<string, never>;
  'dontKnow.part.suggest': { count: number; which: 'first' | 'second' | 'third' | 'other' };
  'dontKnow.part.library': { contact: string | number; library: string | number; which: 'first' | 'second' | 'third' | 'other' };
  'dontKnow.part.legimi': { contact: string | number; library: string | number; which: 'first' | 'second' | 'third' | 'other' };
  'dontKnow.part.other': { contact: string | number; library: string | number; which: 'first' | 'second' | 'third' | 'other' };
  'eraseMyData.wordings': Record<string, never>;
  'eraseMyData.requests': Record<string, never>;
  'eraseMyData.button': Record<string, never>;
  'eraseMyData.kept': Record<string, never>;
  'eraseMyData.sessionOver': Record<string, never>;
  'eraseMyData.erased': { claims: string | number; contactPage: string | number; isListed: 'yes' | 'other' };
  'greet.first': { library: string | number; privacyPage: string | number };
  'greet.subject': { title: string | number };
  'greet.again': { library: string | number };
  'greet.announcements': Record<string, never>;
  'handOver.contact': { contact: string | number; library: string | number };
  'handOver.place': { place: string | number };
  'handOver.phone': { phone: string | number };
  'handOver.email': { email: string | number };
  'handOver.page': { page: string | number };
  'listedFacts.entry': { day: string | number; facts: string | number };
  'listedFacts.balance': { amount: string | number };
  'listedFacts.loansThisYear': { count: string | number };
  'listedFacts.dataConfirmedOn': { day: string | number };
  'listedFacts.neverConfirmed': Record<string, never>;
  'listedFacts.overdueItems': { count: string | number };
  'myData.wordings': Record<string, never>;
  'myData.button': Record<string, never>;
  'myData.shown': { auditRows: number; claims: string | number; lastDigits: string | number; list: string | number; privacyPage: string | number; sessions: string | number };
  'myData.notListed': Record<string, never>;
  'myData.noClaim': Record<string, never>;
  'myData.claim': { activated: 'yes' | 'no' | 'other'; codeEnd: string | number; day: string | number; keptUntil: string | number; month: string | number };
  'otherLanguage.englishWords': Record<string, never>;
  'otherLanguage.english': { contact: string | number };
  'otherLanguage.ukrainian': { contact: string | number };
  'personalData.password': Record<string, never>;
  'personalData.pesel': Record<string, never>;
  'personalData.card': Record<string, never>;
  'personalData.phone': Record<string, never>;
  'personalData.email': Record<string, never>;
  'pick.noneButton': Record<string, never>;
  'pick.none': Record<string, never>;
  'pick.first': Record<string, never>;
  'pick.second': Record<string, never>;
  'pick.third': Record<string, never>;
  'pick.last': Record<string, never>;
  'privacy.title': Record<string, never>;
  'privacy.documentTitle': { library: string | number };
  'privacy.lead': Record<string, never>;
  'privacy.who.title': Record<string, never>;
  'privacy.who.text': { contact: string | number; library: string | number };
  'privacy.automat.title': Record<string, never>;
  'privacy.automat.text': Record<string, never>;
  'privacy.what.title': Record<string, never>;
  'privacy.what.item': Record<string, never>;
  'privacy.what.time': Record<string, never>;
  'privacy.what.talk': Record<string, never>;
  'privacy.what.talkTime': Record<string, never>;
  'privacy.what.messages': Record<string, never>;
  'privacy.what.messagesTime': Record<string, never>;
  'privacy.what.session': Record<string, never>;
  'privacy.what.sessionTime': Record<string, never>;
  'privacy.what.code': Record<string, never>;
  'privacy.what.codeTime': Record<string, never>;
  'privacy.what.list': Record<string, never>;
  'privacy.what.listTime': Record<string, never>;
  'privacy.what.questions': Record<string, never>;
  'privacy.what.questionsTime': Record<string, never>;
  'privacy.what.log': Record<string, never>;
  'privacy.what.logTime': Record<string, never>;
  'privacy.not.title': Record<string, never>;
  'privacy.not.text': Record<string, never>;
  'privacy.cookies.title': Record<string, never>;
  'privacy.cookies.text': Record<string, never>;
  'privacy.others.title': Record<string, never>;
  'privacy.others.text': Record<string, never>;
  'privacy.computers.title': Record<string, never>;
  'privacy.computers.text': Record<string, never>;
  'privacy.back': Record<string, never>;
  'refusal.unpaid_fine': { amount: string | number };
  'refusal.no_loan_this_year': { needed: number; year: string | number };
  'refusal.data_not_confirmed.before': { day: string | number; year: string | number };
  'refusal.data_not_confirmed.never': { year: string | number };
  'refusal.overdue_items': { count: number };
  'refusal.previous_code_not_activated': { claimableFrom: string | number; month: string | number };
  'refusal.pool_empty': { month: string | number; nextRelease: string | number };
  'refusal.not_open_yet': { month: string | number; opensAt: string | number };
  'refusal.kept_for_others': { until: string | number };
  'refusal.already_claimed': { month: string | number };
  'refusal.unknown.balance': Record<string, never>;
  'refusal.unknown.loansThisYear': Record<string, never>;
  'refusal.unknown.previousActivation': Record<string, never>;
  'refusal.unknown.dataConfirmedOn': Record<string, never>;
  'refusal.unknown.overdueItems': Record<string, never>;
  'remindCode.reminded': { access: 'cut' | 'other'; accessDays: number; activateBy: string | number; code: string | number; contractEnd: string | number; daysLeft: number; devices: number; month: string | number; registrationPage: string | number };
  'remindCode.nothing': Record<string, never>;
  'root.textOnly': Record<string, never>;
  'root.tooLong': { limit: string | number };
  'root.outdated': Record<string, never>;
  'root.failed': Record<string, never>;
  'root.storeAway': Record<string, never>;
  'root.nothingAsked': Record<string, never>;
  'signIn.link.sameBrowser': { pairingNumber: string | number };
  'signIn.link.typedCode': { pairingNumber: string | number };
  'signIn.button': Record<string, never>;
  'signIn.help': Record<string, never>;
  'signIn.waiting': { method: 'typedCode' | 'other' };
  'signIn.stillWaiting': Record<string, never>;
  'signIn.newLink': Record<string, never>;
  'signIn.newLinkWordings': Record<string, never>;
  'signIn.signedIn': { lastDigits: string | number };
  'signIn.wrongCode': Record<string, never>;
  'signIn.codeExpired': Record<string, never>;
  'signIn.linkExpired': Record<string, never>;
  'signIn.tooMany': { time: string | number };
  'signIn.doneWordings': Record<string, never>;
  'signIn.linkOver': Record<string, never>;
  'signIn.codeNotAwaited': Record<string, never>;
  'signIn.refusals': Record<string, never>;
  'signInPage.skipToContent': Record<string, never>;
  'signInPage.privacy': Record<string, never>;
  'signInPage.form.title': Record<string, never>;
  'signInPage.form.titleWithProblem': { title: string | number };
  'signInPage.form.whoAsks': Record<string, never>;
  'signInPage.form.channelLabel': Record<string, never>;
  'signInPage.form.channel': { channel: 'directline' | 'webchat' | 'facebook' | 'emulator' | 'other' };
  'signInPage.form.startedAtLabel': Record<string, never>;
  'signInPage.form.pairingLabel': Record<string, never>;
  'signInPage.form.compare': Record<string, never>;
  'signInPage.form.provider': { host: string | number };
  'signInPage.form.signIn': Record<string, never>;
  'signInPage.form.notMe': Record<string, never>;
  'signInPage.form.forgotten': Record<string, never>;
  'signInPage.label.card': Record<string, never>;
  'signInPage.label.password': Record<string, never>;
  'signInPage.hint.card': Record<string, never>;
  'signInPage.hint.password': Record<string, never>;
  'signInPage.missing.card': Record<string, never>;
  'signInPage.missing.password': Record<string, never>;
  'signInPage.problem.incomplete': Record<string, never>;
  'signInPage.problem.refused': Record<string, never>;
  'signInPage.problem.refusedText': Record<string, never>;
  'signInPage.problem.libraryUnavailable': Record<string, never>;
  'signInPage.problem.libraryUnavailableText': Record<string, never>;
  'signInPage.problem.declined': Record<string, never>;
  'signInPage.problem.declinedText': Record<string, never>;
  'signInPage.problem.providerRefused': Record<string, never>;
  'signInPage.problem.providerRefusedText': Record<string, never>;
  'signInPage.problem.noCard': Record<string, never>;
  'signInPage.problem.noCardText': Record<string, never>;
  'signInPage.leaving.title': Record<string, never>;
  'signInPage.leaving.text': { host: string | number };
  'signInPage.leaving.goOn': Record<string, never>;
  'signInPage.code.title': Record<string, never>;
  'signInPage.code.label': Record<string, never>;
  'signInPage.code.warning': Record<string, never>;
  'signInPage.code.validity': { minutes: number };
  'signInPage.code.notYours': Record<string, never>;
  'signInPage.noticeTitle.signedInHere': Record<string, never>;
  'signInPage.noticeTitle.signedInElsewhere': Record<string, never>;
  'signInPage.noticeTitle.cancelled': Record<string, never>;
  'signInPage.noticeTitle.expired': Record<string, never>;
  'signInPage.noticeTitle.noLink': Record<string, never>;
  'signInPage.noticeTitle.usedUp': Record<string, never>;
  'signInPage.noticeTitle.codeElsewhere': Record<string, never>;
  'signInPage.noticeTitle.otherBrowser': Record<string, never>;
  'signInPage.noticeTitle.outdated': Record<string, never>;
  'signInPage.noticeTitle.foreign': Record<string, never>;
  'signInPage.noticeTitle.failed': Record<string, never>;
  'signInPage.noticeTitle.storeAway': Record<string, never>;
  'signInPage.noticeTitle.signedOutElsewhere': Record<string, never>;
  'signInPage.noticeTitle.signOutUnavailable': Record<string, never>;
  'signInPage.notice.signedInHere': Record<string, never>;
  'signInPage.notice.signedInElsewhere': Record<string, never>;
  'signInPage.notice.cancelled': Record<string, never>;
  'signInPage.notice.expired': Record<string, never>;
  'signInPage.notice.noLink': Record<string, never>;
  'signInPage.notice.usedUp': Record<string, never>;
  'signInPage.notice.codeElsewhere': Record<string, never>;
  'signInPage.notice.otherBrowser': Record<string, never>;
  'signInPage.notice.outdated': Record<string, never>;
  'signInPage.notice.foreign': Record<string, never>;
  'signInPage.notice.failed': Record<string, never>;
  'signInPage.notice.storeAway': Record<string, never>;
  'signInPage.notice.signedOutElsewhere': Record<string, never>;
  'signInPage.notice.signOutUnavailable': Record<string, never>;
  'signInPage.providerSignOut.text': Record<string, never>;
  'signInPage.providerSignOut.link': Record<string, never>;
  'signInPage.currentPage': Record<string, never>;
  'signInPage.networkStopped.title': Record<string, never>;
  'signInPage.networkStopped.text': { minutes: number };
  'signInTalk.topics.otherNumber': Record<string, never>;
  'signInTalk.topics.sameNumber': Record<string, never>;
  'signInTalk.topics.strangeLink': Record<string, never>;
  'signInTalk.topics.whatNumber': Record<string, never>;
  'signInTalk.topics.card': Record<string, never>;
  'signInTalk.topics.password': Record<string, never>;
  'signInTalk.topics.newLink': Record<string, never>;
  'signInTalk.topics.digits': Record<string, never>;
  'signInTalk.topics.signedIn': Record<string, never>;
  'signInTalk.topics.how': Record<string, never>;
  'signInTalk.topics.stuck': Record<string, never>;
  'signInTalk.howWordings': Record<string, never>;
  'signInTalk.pageShows': Record<string, never>;
  'signInTalk.otherFigures': Record<string, never>;
  'signInTalk.otherNumber': Record<string, never>;
  'signInTalk.replaced': Record<string, never>;
  'signInTalk.strangeLink': Record<string, never>;
  'signInTalk.whatNumber': { pairingNumber: string | number };
  'signInTalk.sameNumber': Record<string, never>;
  'signInTalk.how': { method: 'typedCode' | 'other'; pairingNumber: string | number };
  'signInTalk.digits': { method: 'typedCode' | 'other' };
  'signInTalk.card': { contact: string | number };
  'signInTalk.password': { contact: string | number };
  'signInTalk.stuck': { method: 'typedCode' | 'other' };
  'signInTalk.aside.otherNumber': Record<string, never>;
  'signInTalk.aside.strangeLink': Record<string, never>;
  'signInTalk.aside.digits': Record<string, never>;
  'signInTalk.unaskedDigits': { isSignedIn: 'yes' | 'other' };
  'smallTalk.greet': Record<string, never>;
  'smallTalk.thanks': Record<string, never>;
  'smallTalk.bye': Record<string, never>;
  'smallTalk.insult': Record<string, never>;
  'smallTalk.bot': Record<string, never>;
  'staff.help.program': Record<string, never>;
  'staff.help.codes': Record<string, never>;
  'staff.help.import': Record<string, never>;
  'staff.help.month': Record<string, never>;
  'staff.help.release': Record<string, never>;
  'staff.help.list': Record<string, never>;
  'staff.help.fileName': Record<string, never>;
  'staff.help.file': Record<string, never>;
  'staff.help.monthName': Record<string, never>;
  'staff.help.monthOption': Record<string, never>;
  'staff.help.monthArgument': Record<string, never>;
  'staff.help.currentMonth': Record<string, never>;
  'staff.help.dayName': Record<string, never>;
  'staff.help.day': Record<string, never>;
  'staff.help.timeName': Record<string, never>;
  'staff.help.time': Record<string, never>;
  'staff.help.yes': Record<string, never>;
  'staff.help.questions': Record<string, never>;
  'staff.help.allQuestions': Record<string, never>;
  'staff.help.addQuestion': Record<string, never>;
  'staff.help.skipQuestion': Record<string, never>;
  'staff.help.numberName': Record<string, never>;
  'staff.help.number': Record<string, never>;
  'staff.help.entryName': Record<string, never>;
  'staff.help.entry': Record<string, never>;
  'staff.help.anyLength': Record<string, never>;
  'staff.help.help': Record<string, never>;
  'staff.help.usageTitle': Record<string, never>;
  'staff.help.optionsTitle': Record<string, never>;
  'staff.help.argumentsTitle': Record<string, never>;
  'staff.help.commandsTitle': Record<string, never>;
  'staff.help.optionsWord': Record<string, never>;
  'staff.help.commandWord': Record<string, never>;
  'staff.usage.unknownCommand': { name: string | number };
  'staff.usage.unknownOption': { name: string | number };
  'staff.usage.missingArgument': { name: string | number };
  'staff.usage.missingOption': { name: string | number };
  'staff.usage.missingValue': { name: string | number };
  'staff.usage.tooMany': Record<string, never>;
  'staff.usage.other': Record<string, never>;
  'staff.usage.notMonth': { text: string | number };
  'staff.usage.notDay': { text: string | number };
  'staff.usage.notTime': { text: string | number };
  'staff.usage.notNumber': { text: string | number };
  'staff.usage.noFile': { file: string | number };
  'staff.import.found': { codes: number; encoding: string | number; file: string | number };
  'staff.import.title': { title: string | number };
  'staff.import.month': { after: string | number; loaded: string | number; month: string | number; poolSize: string | number };
  'staff.import.countDiffers': { after: string | number; poolSize: string | number };
  'staff.import.pastMonth': { month: string | number };
  'staff.import.question': Record<string, never>;
  'staff.import.notUnderstood': Record<string, never>;
  'staff.import.notSaved': Record<string, never>;
  'staff.import.saved': { added: number; loaded: string | number; month: string | number };
  'staff.import.mistakes': { count: number };
  'staff.import.moreMistakes': { count: string | number };
  'staff.import.correct': Record<string, never>;
  'staff.import.differentLengths': Record<string, never>;
  'staff.problem.empty': { line: string | number };
  'staff.problem.strangeCharacters': { characters: string | number; line: string | number };
  'staff.problem.spreadsheetNumber': { line: string | number };
  'staff.problem.wrongLength': { length: string | number; line: string | number; usual: string | number };
  'staff.problem.duplicateInFile': { firstLine: string | number; line: string | number };
  'staff.problem.alreadyLoaded': { line: string | number; month: string | number };
  'staff.refused.unreadable': { line: string | number };
  'staff.refused.empty': Record<string, never>;
  'staff.refused.noCodeColumn': Record<string, never>;
  'staff.refused.tooLarge': Record<string, never>;
  'staff.refused.farMonth': Record<string, never>;
  'staff.month.title': { month: string | number };
  'staff.month.loaded': { loaded: string | number; poolSize: string | number };
  'staff.month.claimed': { claimed: string | number };
  'staff.month.left': { left: string | number };
  'staff.month.releaseScheduled': { moment: string | number };
  'staff.month.releaseByPolicy': { moment: string | number };
  'staff.month.nothingLoaded': Record<string, never>;
  'staff.release.set': { moment: string | number; month: string | number };
  'staff.release.past': Record<string, never>;
  'staff.release.weekend': Record<string, never>;
  'staff.release.otherMonth': { day: string | number; month: string | number };
  'staff.list.title': { count: string | number; month: string | number };
  'staff.list.line': { card: string | number; code: string | number; day: string | number; time: string | number };
  'staff.list.none': { month: string | number };
  'staff.questions.none': Record<string, never>;
  'staff.questions.title': { groups: number; questions: number };
  'staff.questions.group': { count: number; firstDay: string | number; lastDay: string | number; number: string | number };
  'staff.questions.groupOfDay': { count: number; day: string | number; number: string | number };
  'staff.questions.wording': { text: string | number };
  'staff.questions.otherWording': { number: string | number; text: string | number };
  'staff.questions.moreWordings': { count: number };
  'staff.questions.nearest': { button: string | number; entry: string | number; probability: string | number };
  'staff.questions.nothingNear': Record<string, never>;
  'staff.questions.understoodNow': { reading: string | number };
  'staff.questions.more': { count: number };
  'staff.questions.ignored': { count: number };
  'staff.questions.howToAdd': Record<string, never>;
  'staff.questions.howToSkip': Record<string, never>;
  'staff.questions.checkNames': Record<string, never>;
  'staff.questions.skipped': { text: string | number };
  'staff.questions.added': { file: string | number; text: string | number };
  'staff.questions.learning': Record<string, never>;
  'staff.questions.change': { after: string | number; before: string | number };
  'staff.questions.otherChanges': Record<string, never>;
  'staff.questions.otherChange': { after: string | number; before: string | number; text: string | number };
  'staff.questions.moreChanges': { count: string | number };
  'staff.questions.unchanged': { count: number };
  'staff.questions.answers': { button: string | number; probability: string | number };
  'staff.questions.asks': { buttons: string | number };
  'staff.questions.unknown': Record<string, never>;
  'staff.questions.outOfScope': { button: string | number; probability: string | number };
  'staff.questions.scores': { count: string | number; rightAfter: string | number; rightBefore: string | number; wrongAfter: string | number; wrongBefore: string | number };
  'staff.questions.notWorse': Record<string, never>;
  'staff.questions.worse': { file: string | number };
  'staff.questions.restart': Record<string, never>;
  'staff.questions.noSuchEntry': { entries: string | number; name: string | number };
  'staff.questions.noSuchNumber': { number: string | number };
  'staff.questions.duplicate': { entry: string | number; number: string | number; text: string | number };
  'staff.questions.masked': { file: string | number; number: string | number; text: string | number };
  'staff.questions.noWords': { number: string | number };
  'staff.questions.notWritable': { file: string | number };
  'staff.failed.noData': Record<string, never>;
  'staff.failed.otherOwner': Record<string, never>;
  'staff.failed.locked': Record<string, never>;
  'staff.failed.unreachable': Record<string, never>;
  'staff.failed.unavailable': Record<string, never>;
  'staff.failed.botLost': Record<string, never>;
  'staff.failed.databaseLost': Record<string, never>;
  'staff.failed.other': Record<string, never>;
  'staffActivations.help.activations': Record<string, never>;
  'staffActivations.help.import': Record<string, never>;
  'staffActivations.help.undo': Record<string, never>;
  'staffActivations.help.mark': Record<string, never>;
  'staffActivations.help.codeName': Record<string, never>;
  'staffActivations.help.code': Record<string, never>;
  'staffActivations.help.stateName': Record<string, never>;
  'staffActivations.help.state': Record<string, never>;
  'staffActivations.help.reason': Record<string, never>;
  'staffActivations.help.file': Record<string, never>;
  'staffActivations.help.month': Record<string, never>;
  'staffActivations.preview.claims': { claims: number; month: string | number };
  'staffActivations.preview.activated': { activated: string | number; notActivated: string | number };
  'staffActivations.preview.changes': { changes: string | number };
  'staffActivations.preview.refused': { count: number; month: string | number };
  'staffActivations.preview.unmatched': { count: string | number };
  'staffActivations.preview.unmatchedLine': { codeEnd: string | number; line: string | number };
  'staffActivations.saved': { count: string | number; month: string | number };
  'staffActivations.unchanged': Record<string, never>;
  'staffActivations.undone': { count: string | number; kind: 'report' | 'mark' | 'other'; moment: string | number };
  'staffActivations.nothingToUndo': { month: string | number };
  'staffActivations.mark.done': { after: string | number; before: string | number; codeEnd: string | number; month: string | number };
  'staffActivations.mark.same': { after: string | number; codeEnd: string | number; month: string | number };
  'staffActivations.mark.refused': { month: string | number };
  'staffActivations.mark.undo': { month: string | number };
  'staffActivations.mark.notClaimed': { month: string | number };
  'staffActivations.mark.badState': { text: string | number };
  'staffActivations.mark.state.activated': Record<string, never>;
  'staffActivations.mark.state.notActivated': Record<string, never>;
  'staffActivations.mark.state.unknown': Record<string, never>;
  'staffActivations.refused.unclearState': { line: string | number };
  'staffActivations.refused.noMatch': Record<string, never>;
  'staffData.help.data': Record<string, never>;
  'staffData.help.show': Record<string, never>;
  'staffData.help.erase': Record<string, never>;
  'staffData.help.cardName': Record<string, never>;
  'staffData.help.card': Record<string, never>;
  'staffData.help.reasonName': Record<string, never>;
  'staffData.help.reason': Record<string, never>;
  'staffData.help.audit': Record<string, never>;
  'staffData.help.secret': Record<string, never>;
  'staffData.show.title': { lastDigits: string | number };
  'staffData.show.noClaim': Record<string, never>;
  'staffData.show.claim': { codeEnd: string | number; day: string | number; keptUntil: string | number; month: string | number };
  'staffData.show.audit': { count: string | number };
  'staffData.show.sessions': { count: string | number };
  'staffData.show.notListed': Record<string, never>;
  'staffData.erase.done': { count: string | number };
  'staffData.erase.listed': { day: string | number };
  'staffData.audit.same': { changes: string | number; events: string | number; month: string | number };
  'staffData.audit.differs': { month: string | number };
  'staffData.audit.none': Record<string, never>;
  'staffData.audit.next': Record<string, never>;
  'staffData.difference.damagedLines': { count: string | number };
  'staffData.difference.codes': { count: string | number };
  'staffData.difference.claimsMissingInAudit': { count: string | number };
  'staffData.difference.claimsMissingInLedger': { count: string | number };
  'staffData.difference.claims': { count: string | number };
  'staffData.difference.activations': { count: string | number };
  'staffData.difference.draw': { count: string | number };
  'staffData.difference.release': Record<string, never>;
  'staffData.secret.done': Record<string, never>;
  'staffData.secret.configured': Record<string, never>;
  'staffData.secret.demo': Record<string, never>;
  'staffData.usage.card': Record<string, never>;
  'staffData.usage.reason': Record<string, never>;
  'staffMessenger.help.messenger': Record<string, never>;
  'staffMessenger.help.set': Record<string, never>;
  'staffMessenger.help.yes': Record<string, never>;
  'staffMessenger.field.greeting': Record<string, never>;
  'staffMessenger.field.get_started': Record<string, never>;
  'staffMessenger.field.ice_breakers': Record<string, never>;
  'staffMessenger.field.persistent_menu': Record<string, never>;
  'staffMessenger.change.same': { field: string | number };
  'staffMessenger.change.new': { field: string | number };
  'staffMessenger.change.changed': { field: string | number };
  'staffMessenger.change.removed': { field: string | number };
  'staffMessenger.question': Record<string, never>;
  'staffMessenger.notSet': Record<string, never>;
  'staffMessenger.set': Record<string, never>;
  'staffMessenger.noPage': Record<string, never>;
  'staffMessenger.unknownPayload': { file: string | number; intent: string | number };
  'staffMove.help.move': Record<string, never>;
  'staffMove.help.toDatabase': Record<string, never>;
  'staffMove.help.toFolder': Record<string, never>;
  'staffMove.month': { claims: string | number; codes: string | number; month: string | number; rows: string | number; waiting: string | number };
  'staffMove.paused': { text: string | number };
  'staffMove.stays': Record<string, never>;
  'staffMove.question': Record<string, never>;
  'staffMove.notMoved': Record<string, never>;
  'staffMove.moved': Record<string, never>;
  'staffMove.noDatabase': Record<string, never>;
  'staffMove.nothing': Record<string, never>;
  'staffMove.targetUsed': { months: string | number };
  'staffMove.auditDiffers': { months: string | number };
  'staffMove.failed': { months: string | number };
  'staffMove.inUse': Record<string, never>;
  'staffMove.unverified': Record<string, never>;
  'staffReaders.help.readers': Record<string, never>;
  'staffReaders.help.import': Record<string, never>;
  'staffReaders.help.state': Record<string, never>;
  'staffReaders.help.file': Record<string, never>;
  'staffReaders.help.day': Record<string, never>;
  'staffReaders.help.skip': Record<string, never>;
  'staffReaders.usage.noDay': Record<string, never>;
  'staffReaders.usage.futureDay': Record<string, never>;
  'staffReaders.usage.oldDay': { days: number };
  'staffReaders.usage.noSection': Record<string, never>;
  'staffReaders.column.card': Record<string, never>;
  'staffReaders.column.balance': Record<string, never>;
  'staffReaders.column.loansThisYear': Record<string, never>;
  'staffReaders.column.dataConfirmedOn': Record<string, never>;
  'staffReaders.column.overdueItems': Record<string, never>;
  'staffReaders.import.found': { count: number; day: string | number; encoding: string | number; file: string | number };
  'staffReaders.import.noColumn': Record<string, never>;
  'staffReaders.import.replaces': { before: string | number };
  'staffReaders.import.oddCards': { count: string | number };
  'staffReaders.import.mistakes': { count: string | number };
  'staffReaders.import.saved': { count: number; day: string | number };
  'staffReaders.problem.card': { line: string | number };
  'staffReaders.problem.balance': { line: string | number };
  'staffReaders.problem.loansThisYear': { line: string | number };
  'staffReaders.problem.dataConfirmedOn': { line: string | number };
  'staffReaders.problem.overdueItems': { line: string | number };
  'staffReaders.problem.duplicateCard': { line: string | number };
  'staffReaders.problem.confirmedLater': { line: string | number };
  'staffReaders.refused.mistakes': Record<string, never>;
  'staffReaders.refused.empty': Record<string, never>;
  'staffReaders.refused.noCardColumn': Record<string, never>;
  'staffReaders.refused.noFactColumn': Record<string, never>;
  'staffReaders.state.known': { count: number; day: string | number };
  'staffReaders.state.none': Record<string, never>;
  'staffRelease.help.day': Record<string, never>;
  'staffRelease.help.once': Record<string, never>;
  'staffRelease.help.pause': Record<string, never>;
  'staffRelease.help.resume': Record<string, never>;
  'staffRelease.help.textName': Record<string, never>;
  'staffRelease.help.text': Record<string, never>;
  'staffRelease.title': { month: string | number; time: string | number };
  'staffRelease.phase.closed': { opensAt: string | number };
  'staffRelease.phase.waiting': { opensAt: string | number };
  'staffRelease.phase.open': { opensAt: string | number };
  'staffRelease.left': { left: string | number; loaded: string | number };
  'staffRelease.claimed': { claimed: string | number; lastMinute: string | number };
  'staffRelease.waiting': { waiting: string | number };
  'staffRelease.paused': { text: string | number; time: string | number };
  'staffRelease.cannotSave': Record<string, never>;
  'staffRelease.noBot': Record<string, never>;
  'staffRelease.botGone': Record<string, never>;
  'staffRelease.since': { time: string | number };
  'staffRelease.signIns': { done: string | number; refused: string | number };
  'staffRelease.libraryAnswers': Record<string, never>;
  'staffRelease.librarySilent': Record<string, never>;
  'staffRelease.errors': { errors: string | number };
  'staffRelease.refusals': Record<string, never>;
  'staffRelease.noRefusals': Record<string, never>;
  'staffRelease.reason.unpaid_fine': Record<string, never>;
  'staffRelease.reason.no_loan_this_year': Record<string, never>;
  'staffRelease.reason.data_not_confirmed': Record<string, never>;
  'staffRelease.reason.overdue_items': Record<string, never>;
  'staffRelease.reason.previous_code_not_activated': Record<string, never>;
  'staffRelease.reason.pool_empty': Record<string, never>;
  'staffRelease.reason.not_open_yet': Record<string, never>;
  'staffRelease.reason.kept_for_others': Record<string, never>;
  'staffRelease.reason.paused': Record<string, never>;
  'staffRelease.reason.channel': Record<string, never>;
  'staffRelease.stop': Record<string, never>;
  'staffRelease.pausedNow': { text: string | number };
  'staffRelease.resumedNow': Record<string, never>;
  'staffRelease.badText': { longest: string | number };
  'staffSystem.help.check': Record<string, never>;
  'staffSystem.help.card': Record<string, never>;
  'staffSystem.state.answers': { system: string | number };
  'staffSystem.state.silent': { system: string | number };
  'staffSystem.state.sources': Record<string, never>;
  'staffSystem.state.untold': { sources: string | number };
  'staffSystem.fact.balance': Record<string, never>;
  'staffSystem.fact.loansThisYear': Record<string, never>;
  'staffSystem.fact.dataConfirmedOn': Record<string, never>;
  'staffSystem.fact.overdueItems': Record<string, never>;
  'staffSystem.snapshot.name': Record<string, never>;
  'staffSystem.snapshot.known': { count: string | number; day: string | number };
  'staffSystem.snapshot.tooOld': { day: string | number };
  'staffSystem.snapshot.none': Record<string, never>;
  'staffSystem.password.authenticated': Record<string, never>;
  'staffSystem.password.refused': Record<string, never>;
  'staffSystem.password.unavailable': Record<string, never>;
  'staffSystem.card.askPassword': Record<string, never>;
  'staffSystem.card.title': { lastDigits: string | number };
  'staffSystem.card.known': { asOf: string | number; source: string | number; value: string | number };
  'staffSystem.card.unknown': Record<string, never>;
  'staffSystem.card.never': Record<string, never>;
  'staffSystem.card.remark': { text: string | number };
  'waitForDraw.mayJoin': { drawAt: string | number };
  'waitForDraw.waiting': { drawAt: string | number; keptMinutes: number; waiting: string | number };
  'waitForDraw.over': Record<string, never>;
  'waitForDraw.kept': { keptUntil: string | number; of: string | number; place: string | number };
  'waitForDraw.behind': { of: string | number; place: string | number };
  'waitForDraw.signInAgain': Record<string, never>;
  'whileErasing.codeStays': Record<string, never>;
  'whileErasing.left': Record<string, never>;
  'widget.loader.open': Record<string, never>;
  'widget.loader.area': Record<string, never>;
  'widget.loader.dialog': Record<string, never>;
  'widget.loader.opening': Record<string, never>;
  'widget.loader.close': Record<string, never>;
  'widget.loader.failed': Record<string, never>;
  'widget.loader.retry': Record<string, never>;
  'widget.loader.unread': Record<string, never>;
  'widget.page.title': Record<string, never>;
  'widget.page.documentTitle': { library: string | number };
  'widget.page.subtitle': Record<string, never>;
  'widget.page.close': Record<string, never>;
  'widget.page.privacy': Record<string, never>;
  'widget.page.newTab': Record<string, never>;
  'widget.page.moreBelow': Record<string, never>;
  'widget.page.noScript': { contact: string | number };
  'widget.state.connecting': Record<string, never>;
  'widget.state.lost': Record<string, never>;
  'widget.state.offline': Record<string, never>;
  'widget.state.back': Record<string, never>;
  'widget.state.unreachable': Record<string, never>;
  'widget.state.crowded': Record<string, never>;
  'widget.state.misplaced': { contact: string | number };
  'widget.state.over': Record<string, never>;
  'widget.state.signedOut': Record<string, never>;
  'widget.state.closed': Record<string, never>;
  'widget.state.startAnew': Record<string, never>;
  'widget.session.idle': { seconds: string | number };
  'widget.session.idleShared': { seconds: string | number };
  'widget.session.codeShown': { seconds: string | number };
  'widget.session.final': { seconds: string | number };
  'widget.session.finalShared': { seconds: string | number };
  'widget.session.stay': Record<string, never>;
  'widget.session.leave': Record<string, never>;
  'widget.code.label': Record<string, never>;
  'widget.code.copy': Record<string, never>;
  'widget.code.copied': Record<string, never>;
  'widget.code.copyFailed': Record<string, never>;
  'widget.time.sentAt': { time: string | number };
  'widget.webChat.ACTIVITY_BOT_SAID_ALT': Record<string, never>;
  'widget.webChat.ACTIVITY_BOT_ATTACHED_ALT': Record<string, never>;
  'widget.webChat.ACTIVITY_YOU_SAID_ALT': Record<string, never>;
  'widget.webChat.ACTIVITY_INTERACTIVE_FOOTNOTE_ALT': Record<string, never>;
  'widget.webChat.ACTIVITY_INTERACTIVE_REASON_INTERACTIVE_CONTENT_ALT': Record<string, never>;
  'widget.webChat.ACTIVITY_INTERACTIVE_REASON_SEND_FAILED_ALT': Record<string, never>;
  'widget.webChat.ACTIVITY_STATUS_SEND_FAILED_RETRY': Record<string, never>;
  'widget.webChat.ACTIVITY_STATUS_SEND_STATUS_ALT_SENDING': Record<string, never>;
  'widget.webChat.ACTIVITY_STATUS_SEND_STATUS_ALT_SENT_AT': Record<string, never>;
  'widget.webChat.KEYBOARD_HELP_CHAT_HISTORY_HEADER': Record<string, never>;
  'widget.webChat.KEYBOARD_HELP_CHAT_HISTORY_LEAVE_MESSAGE_HEADER': Record<string, never>;
  'widget.webChat.KEYBOARD_HELP_CHAT_HISTORY_ACCESS_ITEMS_IN_MESSAGE_HEADER': Record<string, never>;
  'widget.webChat.KEYBOARD_HELP_CHAT_WINDOW_HEADER': Record<string, never>;
  'widget.webChat.KEYBOARD_HELP_CHAT_WINDOW_BODY_DO_ACTION_HEADER': Record<string, never>;
  'widget.webChat.MARKDOWN_EXTERNAL_LINK_ALT': Record<string, never>;
  'widget.webChat.SUGGESTED_ACTIONS_LABEL_ALT': Record<string, never>;
  'widget.webChat.TELEPHONE_KEYPAD_INPUT_MESSAGE': Record<string, never>;
  'widget.webChat.TEXT_INPUT_ALT': Record<string, never>;
  'widget.webChat.TEXT_INPUT_ATTACHMENTS_FEW': Record<string, never>;
  'widget.webChat.TEXT_INPUT_ATTACHMENTS_MANY': Record<string, never>;
  'widget.webChat.TEXT_INPUT_ATTACHMENTS_ONE': Record<string, never>;
  'widget.webChat.TEXT_INPUT_ATTACHMENTS_OTHER': Record<string, never>;
  'widget.webChat.TEXT_INPUT_ATTACHMENTS_TWO': Record<string, never>;
  'widget.webChat.TEXT_INPUT_DROP_ZONE': Record<string, never>;
  'widget.webChat.TEXT_INPUT_LENGTH_EXCEEDED_ALT': Record<string, never>;
  'widget.webChat.TEXT_INPUT_PLACEHOLDER': Record<string, never>;
  'widget.webChat.TEXT_INPUT_TELEPHONE_KEYPAD_BUTTON_ALT': Record<string, never>;
  'widget.webChat.TRANSCRIPT_ARIA_LABEL_ALT': Record<string, never>;
  'widget.webChat.TRANSCRIPT_ARIA_ROLE_ALT': Record<string, never>;
  'widget.webChat.TRANSCRIPT_LIVE_REGION_INTERACTIVE_LABEL_ALT': Record<string, never>;
  'widget.webChat.TRANSCRIPT_LIVE_REGION_INTERACTIVE_WITH_LINKS_LABEL_ALT': Record<string, never>;
  'widget.webChat.TRANSCRIPT_LIVE_REGION_SEND_FAILED_ALT': Record<string, never>;
  'widget.webChat.TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_LABEL_ALT': Record<string, never>;
  'widget.webChat.TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_WITH_ACCESS_KEY_LABEL_ALT': Record<string, never>;
  'widget.webChat.TRANSCRIPT_MORE_MESSAGES': Record<string, never>;
  'widget.webChat.TRANSCRIPT_TERMINATOR_TEXT': Record<string, never>;
  'widget.webChat.TYPING_INDICATOR_ALT': Record<string, never>;
  'widget.webChat.TYPING_INDICATOR_SINGLE_TEXT': Record<string, never>;
  'widget.webChat.TYPING_INDICATOR_MULTIPLE_TEXT': Record<string, never>;
  'yesNo.questions.claim': { activateBy: string | number; daysLeft: number; month: string | number; unchecked: 'none' | 'other' };
  'yesNo.questions.checkInstead': { month: string | number };
  'yesNo.questions.erase': Record<string, never>;
  'yesNo.agreements.claim': Record<string, never>;
  'yesNo.agreements.checkInstead': Record<string, never>;
  'yesNo.agreements.erase': Record<string, never>;
  'yesNo.refusals': Record<string, never>;
  'yesNo.unclear': Record<string, never>;
  'yesNo.hesitations': Record<string, never>;
  'yesNo.laterWordings': Record<string, never>;
  'yesNo.later': Record<string, never>;
  'yesNo.momentWordings': Record<string, never>;
  'yesNo.moment': Record<string, never>;
  'yesNo.unsureWordings': Record<string, never>;
};

export type TextKey = keyof ValuesOf;

export const textValueNames: Readonly<Record<TextKey, readonly string[]>> = {
  'acknowledge.wordings': [],
  'acknowledge.fine': [],
  'acknowledge.settleFirst': [],
  'answerAboutOwnChance.words': [],
  'answerAboutOwnChance.next': ['activateBy', 'daysLeft', 'month', 'nextRelease'],
  'answerAboutOwnCode.words': [],
  'answerAboutOwnCode.deadline': ['access', 'accessDays', 'activateBy', 'contractEnd', 'daysLeft', 'month'],
  'answerAboutRefusal.about.unpaid_fine': [],
  'answerAboutRefusal.about.no_loan_this_year': [],
  'answerAboutRefusal.about.data_not_confirmed': [],
  'answerAboutRefusal.about.overdue_items': [],
  'answerAboutRefusal.about.previous_code_not_activated': [],
  'answerAboutRefusal.asks.dispute': [],
  'answerAboutRefusal.asks.lateActivation': [],
  'answerAboutRefusal.asks.then': [],
  'answerAboutRefusal.asks.remotely': [],
  'answerAboutRefusal.asks.detail': [],
  'answerAboutRefusal.asks.until': [],
  'answerAboutRefusal.asks.where': [],
  'answerAboutRefusal.asks.amount': [],
  'answerAboutRefusal.asks.why': [],
  'answerAboutRefusal.asks.what': [],
  'answerAboutRefusal.alone.dispute': [],
  'answerAboutRefusal.alone.then': [],
  'answerAboutRefusal.alone.remotely': [],
  'answerAboutRefusal.alone.bring': [],
  'answerAboutRefusal.alone.detail': [],
  'answerAboutRefusal.alone.until': [],
  'answerAboutRefusal.alone.where': [],
  'answerAboutRefusal.alone.amount': [],
  'answerAboutRefusal.alone.why': [],
  'answerAboutRefusal.alone.what': [],
  'answerAboutRefusal.alone.again': [],
  'answerAboutRefusal.alone.wait': [],
  'answerAboutRefusal.dispute': ['contact', 'reasons'],
  'answerAboutRefusal.lateActivation': ['reasons'],
  'answerAboutRefusal.then': ['reasons'],
  'answerAboutRefusal.remotely': ['contact'],
  'answerAboutRefusal.bring': ['contact'],
  'answerAboutRefusal.detail': ['contact', 'reasons'],
  'answerAboutRefusal.until': ['month', 'reasons'],
  'answerAboutRefusal.where': ['contact', 'reasons'],
  'answerAboutRefusal.amount': ['reasons'],
  'answerAboutRefusal.why': ['reasons'],
  'answerAboutRefusal.what': ['count', 'reasons'],
  'answerAboutRefusal.wait': ['facts'],
  'answerQuestion.source': ['source'],
  'answerQuestion.whereToSee': [],
  'answerWithDate.claimed': ['activateBy', 'day', 'daysLeft', 'named', 'state'],
  'answerWithDate.activated': ['accessDays', 'day', 'daysLeft', 'end', 'reason', 'state'],
  'answerWithDate.release': ['day', 'month', 'named', 'nextRelease', 'release', 'remaining', 'state'],
  'answerWithDate.weekdayConflict': ['day', 'said'],
  'answerWithDate.besideDate': [],
  'askForDate.dayBeyondMonth': ['days', 'month'],
  'askForDate.noSuchDate': ['date'],
  'askForDate.ambiguous': ['one', 'other'],
  'changeMind.refusals': [],
  'changeMind.afterAll': [],
  'checkEligibility.eligible': ['activateBy', 'daysLeft', 'month', 'remaining'],
  'checkEligibility.eligiblePaused': ['text'],
  'checkEligibility.preview': ['opensAt'],
  'checkEligibility.refused': ['reasons'],
  'checkEligibility.stillLeft': ['month', 'remaining'],
  'checkEligibility.unknownBeside': ['facts'],
  'checkEligibility.acceptedBeside': ['facts'],
  'checkEligibility.cannotTell': ['contactPage', 'facts'],
  'checkEligibility.againButton': [],
  'checkEligibility.againWordings': [],
  'checkEligibility.asOf.system': ['facts', 'when', 'which'],
  'checkEligibility.asOf.snapshot': ['day', 'facts', 'which'],
  'checkEligibility.asOf.today': ['time'],
  'checkEligibility.asOf.earlier': ['day', 'time'],
  'checkEligibility.fact.balance': [],
  'checkEligibility.fact.loansThisYear': [],
  'checkEligibility.fact.dataConfirmedOn': [],
  'checkEligibility.fact.overdueItems': [],
  'checkEligibility.fact.previousActivation': [],
  'claimCode.issued': ['access', 'accessDays', 'activateBy', 'code', 'contractEnd', 'daysLeft', 'devices', 'month', 'registrationPage'],
  'claimCode.alreadyClaimed': ['access', 'accessDays', 'activateBy', 'code', 'contractEnd', 'daysLeft', 'devices', 'month', 'registrationPage'],
  'claimCode.notTaken': [],
  'claimCode.sessionOver': [],
  'claimCode.monthOver': ['month'],
  'claimCode.held': [],
  'claimCode.notHere': ['codePage'],
  'claimCode.paused': ['text'],
  'codePage.inChat': [],
  'codePage.button': [],
  'codePage.staysInHistory': [],
  'codePage.title': [],
  'codePage.intro': [],
  'codePage.show': [],
  'codePage.label': [],
  'codePage.next': [],
  'codePage.goneTitle': [],
  'codePage.gone': [],
  'codePage.awayTitle': [],
  'codePage.away': [],
  'control.cancelled': [],
  'control.nothingToCancel': [],
  'control.help': [],
  'control.signedOut': [],
  'control.notSignedIn': [],
  'control.signInLeft': [],
  'control.sessionEnded': [],
  'control.privacy': ['privacyPage'],
  'control.notMe': [],
  'correction.openings': [],
  'correction.wordings': [],
  'correction.rephrase': [],
  'crisis.wordings': [],
  'crisis.jokes': [],
  'crisis.help': [],
  'declineReturn.returning': [],
  'declineReturn.cancelling': [],
  'declineReturn.cannot': ['contact'],
  'demoPage.documentTitle': [],
  'demoPage.ribbon': [],
  'demoPage.library': [],
  'demoPage.menu.label': [],
  'demoPage.menu.reader': [],
  'demoPage.hero.title': [],
  'demoPage.hero.text': ['button'],
  'demoPage.try.title': [],
  'demoPage.try.ask': [],
  'demoPage.try.check': [],
  'demoPage.try.claim': [],
  'demoPage.try.keyboard': [],
  'demoPage.readers.title': [],
  'demoPage.readers.text': [],
  'demoPage.readers.name': [],
  'demoPage.readers.card': [],
  'demoPage.readers.password': [],
  'demoPage.readers.shows': [],
  'demoPage.shows.eligible': [],
  'demoPage.shows.alsoEligible': [],
  'demoPage.shows.finedReader': [],
  'demoPage.shows.withoutLoan': [],
  'demoPage.shows.unconfirmed': [],
  'demoPage.shows.overdue': [],
  'demoPage.shows.notActivated': [],
  'demoPage.shows.alreadyClaimed': [],
  'demoPage.shows.severalReasons': [],
  'demoPage.shows.cannotTell': [],
  'demoPage.shows.refusedAndUnknown': [],
  'demoPage.shows.blocked': [],
  'demoPage.rehearse.title': [],
  'demoPage.rehearse.text': [],
  'demoPage.embed.title': [],
  'demoPage.embed.text': [],
  'demoPage.embed.options': [],
  'demoPage.embed.policy': ['address'],
  'demoPage.privacy': [],
  'dontKnow.suggest': ['count'],
  'dontKnow.suggestBeside': ['options'],
  'dontKnow.beside': [],
  'dontKnow.option': ['label'],
  'dontKnow.library': ['contact', 'library'],
  'dontKnow.legimi': ['contact', 'library'],
  'dontKnow.other': ['contact', 'library'],
  'dontKnow.second': [],
  'dontKnow.again': ['contact', 'library'],
  'dontKnow.short': [],
  'dontKnow.part.suggest': ['count', 'which'],
  'dontKnow.part.library': ['contact', 'library', 'which'],
  'dontKnow.part.legimi': ['contact', 'library', 'which'],
  'dontKnow.part.other': ['contact', 'library', 'which'],
  'eraseMyData.wordings': [],
  'eraseMyData.requests': [],
  'eraseMyData.button': [],
  'eraseMyData.kept': [],
  'eraseMyData.sessionOver': [],
  'eraseMyData.erased': ['claims', 'contactPage', 'isListed'],
  'greet.first': ['library', 'privacyPage'],
  'greet.subject': ['title'],
  'greet.again': ['library'],
  'greet.announcements': [],
  'handOver.contact': ['contact', 'library'],
  'handOver.place': ['place'],
  'handOver.phone': ['phone'],
  'handOver.email': ['email'],
  'handOver.page': ['page'],
  'listedFacts.entry': ['day', 'facts'],
  'listedFacts.balance': ['amount'],
  'listedFacts.loansThisYear': ['count'],
  'listedFacts.dataConfirmedOn': ['day'],
  'listedFacts.neverConfirmed': [],
  'listedFacts.overdueItems': ['count'],
  'myData.wordings': [],
  'myData.button': [],
  'myData.shown': ['auditRows', 'claims', 'lastDigits', 'list', 'privacyPage', 'sessions'],
  'myData.notListed': [],
  'myData.noClaim': [],
  'myData.claim': ['activated', 'codeEnd', 'day', 'keptUntil', 'month'],
  'otherLanguage.englishWords': [],
  'otherLanguage.english': ['contact'],
  'otherLanguage.ukrainian': ['contact'],
  'personalData.password': [],
  'personalData.pesel': [],
  'personalData.card': [],
  'personalData.phone': [],
  'personalData.email': [],
  'pick.noneButton': [],
  'pick.none': [],
  'pick.first': [],
  'pick.second': [],
  'pick.third': [],
  'pick.last': [],
  'privacy.title': [],
  'privacy.documentTitle': ['library'],
  'privacy.lead': [],
  'privacy.who.title': [],
  'privacy.who.text': ['contact', 'library'],
  'privacy.automat.title': [],
  'privacy.automat.text': [],
  'privacy.what.title': [],
  'privacy.what.item': [],
  'privacy.what.time': [],
  'privacy.what.talk': [],
  'privacy.what.talkTime': [],
  'privacy.what.messages': [],
  'privacy.what.messagesTime': [],
  'privacy.what.session': [],
  'privacy.what.sessionTime': [],
  'privacy.what.code': [],
  'privacy.what.codeTime': [],
  'privacy.what.list': [],
  'privacy.what.listTime': [],
  'privacy.what.questions': [],
  'privacy.what.questionsTime': [],
  'privacy.what.log': [],
  'privacy.what.logTime': [],
  'privacy.not.title': [],
  'privacy.not.text': [],
  'privacy.cookies.title': [],
  'privacy.cookies.text': [],
  'privacy.others.title': [],
  'privacy.others.text': [],
  'privacy.computers.title': [],
  'privacy.computers.text': [],
  'privacy.back': [],
  'refusal.unpaid_fine': ['amount'],
  'refusal.no_loan_this_year': ['needed', 'year'],
  'refusal.data_not_confirmed.before': ['day', 'year'],
  'refusal.data_not_confirmed.never': ['year'],
  'refusal.overdue_items': ['count'],
  'refusal.previous_code_not_activated': ['claimableFrom', 'month'],
  'refusal.pool_empty': ['month', 'nextRelease'],
  'refusal.not_open_yet': ['month', 'opensAt'],
  'refusal.kept_for_others': ['until'],
  'refusal.already_claimed': ['month'],
  'refusal.unknown.balance': [],
  'refusal.unknown.loansThisYear': [],
  'refusal.unknown.previousActivation': [],
  'refusal.unknown.dataConfirmedOn': [],
  'refusal.unknown.overdueItems': [],
  'remindCode.reminded': ['access', 'accessDays', 'activateBy', 'code', 'contractEnd', 'daysLeft', 'devices', 'month', 'registrationPage'],
  'remindCode.nothing': [],
  'root.textOnly': [],
  'root.tooLong': ['limit'],
  'root.outdated': [],
  'root.failed': [],
  'root.storeAway': [],
  'root.nothingAsked': [],
  'signIn.link.sameBrowser': ['pairingNumber'],
  'signIn.link.typedCode': ['pairingNumber'],
  'signIn.button': [],
  'signIn.help': [],
  'signIn.waiting': ['method'],
  'signIn.stillWaiting': [],
  'signIn.newLink': [],
  'signIn.newLinkWordings': [],
  'signIn.signedIn': ['lastDigits'],
  'signIn.wrongCode': [],
  'signIn.codeExpired': [],
  'signIn.linkExpired': [],
  'signIn.tooMany': ['time'],
  'signIn.doneWordings': [],
  'signIn.linkOver': [],
  'signIn.codeNotAwaited': [],
  'signIn.refusals': [],
  'signInPage.skipToContent': [],
  'signInPage.privacy': [],
  'signInPage.form.title': [],
  'signInPage.form.titleWithProblem': ['title'],
  'signInPage.form.whoAsks': [],
  'signInPage.form.channelLabel': [],
  'signInPage.form.channel': ['channel'],
  'signInPage.form.startedAtLabel': [],
  'signInPage.form.pairingLabel': [],
  'signInPage.form.compare': [],
  'signInPage.form.provider': ['host'],
  'signInPage.form.signIn': [],
  'signInPage.form.notMe': [],
  'signInPage.form.forgotten': [],
  'signInPage.label.card': [],
  'signInPage.label.password': [],
  'signInPage.hint.card': [],
  'signInPage.hint.password': [],
  'signInPage.missing.card': [],
  'signInPage.missing.password': [],
  'signInPage.problem.incomplete': [],
  'signInPage.problem.refused': [],
  'signInPage.problem.refusedText': [],
  'signInPage.problem.libraryUnavailable': [],
  'signInPage.problem.libraryUnavailableText': [],
  'signInPage.problem.declined': [],
  'signInPage.problem.declinedText': [],
  'signInPage.problem.providerRefused': [],
  'signInPage.problem.providerRefusedText': [],
  'signInPage.problem.noCard': [],
  'signInPage.problem.noCardText': [],
  'signInPage.leaving.title': [],
  'signInPage.leaving.text': ['host'],
  'signInPage.leaving.goOn': [],
  'signInPage.code.title': [],
  'signInPage.code.label': [],
  'signInPage.code.warning': [],
  'signInPage.code.validity': ['minutes'],
  'signInPage.code.notYours': [],
  'signInPage.noticeTitle.signedInHere': [],
  'signInPage.noticeTitle.signedInElsewhere': [],
  'signInPage.noticeTitle.cancelled': [],
  'signInPage.noticeTitle.expired': [],
  'signInPage.noticeTitle.noLink': [],
  'signInPage.noticeTitle.usedUp': [],
  'signInPage.noticeTitle.codeElsewhere': [],
  'signInPage.noticeTitle.otherBrowser': [],
  'signInPage.noticeTitle.outdated': [],
  'signInPage.noticeTitle.foreign': [],
  'signInPage.noticeTitle.failed': [],
  'signInPage.noticeTitle.storeAway': [],
  'signInPage.noticeTitle.signedOutElsewhere': [],
  'signInPage.noticeTitle.signOutUnavailable': [],
  'signInPage.notice.signedInHere': [],
  'signInPage.notice.signedInElsewhere': [],
  'signInPage.notice.cancelled': [],
  'signInPage.notice.expired': [],
  'signInPage.notice.noLink': [],
  'signInPage.notice.usedUp': [],
  'signInPage.notice.codeElsewhere': [],
  'signInPage.notice.otherBrowser': [],
  'signInPage.notice.outdated': [],
  'signInPage.notice.foreign': [],
  'signInPage.notice.failed': [],
  'signInPage.notice.storeAway': [],
  'signInPage.notice.signedOutElsewhere': [],
  'signInPage.notice.signOutUnavailable': [],
  'signInPage.providerSignOut.text': [],
  'signInPage.providerSignOut.link': [],
  'signInPage.currentPage': [],
  'signInPage.networkStopped.title': [],
  'signInPage.networkStopped.text': ['minutes'],
  'signInTalk.topics.otherNumber': [],
  'signInTalk.topics.sameNumber': [],
  'signInTalk.topics.strangeLink': [],
  'signInTalk.topics.whatNumber': [],
  'signInTalk.topics.card': [],
  'signInTalk.topics.password': [],
  'signInTalk.topics.newLink': [],
  'signInTalk.topics.digits': [],
  'signInTalk.topics.signedIn': [],
  'signInTalk.topics.how': [],
  'signInTalk.topics.stuck': [],
  'signInTalk.howWordings': [],
  'signInTalk.pageShows': [],
  'signInTalk.otherFigures': [],
  'signInTalk.otherNumber': [],
  'signInTalk.replaced': [],
  'signInTalk.strangeLink': [],
  'signInTalk.whatNumber': ['pairingNumber'],
  'signInTalk.sameNumber': [],
  'signInTalk.how': ['method', 'pairingNumber'],
  'signInTalk.digits': ['method'],
  'signInTalk.card': ['contact'],
  'signInTalk.password': ['contact'],
  'signInTalk.stuck': ['method'],
  'signInTalk.aside.otherNumber': [],
  'signInTalk.aside.strangeLink': [],
  'signInTalk.aside.digits': [],
  'signInTalk.unaskedDigits': ['isSignedIn'],
  'smallTalk.greet': [],
  'smallTalk.thanks': [],
  'smallTalk.bye': [],
  'smallTalk.insult': [],
  'smallTalk.bot': [],
  'staff.help.program': [],
  'staff.help.codes': [],
  'staff.help.import': [],
  'staff.help.month': [],
  'staff.help.release': [],
  'staff.help.list': [],
  'staff.help.fileName': [],
  'staff.help.file': [],
  'staff.help.monthName': [],
  'staff.help.monthOption': [],
  'staff.help.monthArgument': [],
  'staff.help.currentMonth': [],
  'staff.help.dayName': [],
  'staff.help.day': [],
  'staff.help.timeName': [],
  'staff.help.time': [],
  'staff.help.yes': [],
  'staff.help.questions': [],
  'staff.help.allQuestions': [],
  'staff.help.addQuestion': [],
  'staff.help.skipQuestion': [],
  'staff.help.numberName': [],
  'staff.help.number': [],
  'staff.help.entryName': [],
  'staff.help.entry': [],
  'staff.help.anyLength': [],
  'staff.help.help': [],
  'staff.help.usageTitle': [],
  'staff.help.optionsTitle': [],
  'staff.help.argumentsTitle': [],
  'staff.help.commandsTitle': [],
  'staff.help.optionsWord': [],
  'staff.help.commandWord': [],
  'staff.usage.unknownCommand': ['name'],
  'staff.usage.unknownOption': ['name'],
  'staff.usage.missingArgument': ['name'],
  'staff.usage.missingOption': ['name'],
  'staff.usage.missingValue': ['name'],
  'staff.usage.tooMany': [],
  'staff.usage.other': [],
  'staff.usage.notMonth': ['text'],
  'staff.usage.notDay': ['text'],
  'staff.usage.notTime': ['text'],
  'staff.usage.notNumber': ['text'],
  'staff.usage.noFile': ['file'],
  'staff.import.found': ['codes', 'encoding', 'file'],
  'staff.import.title': ['title'],
  'staff.import.month': ['after', 'loaded', 'month', 'poolSize'],
  'staff.import.countDiffers': ['after', 'poolSize'],
  'staff.import.pastMonth': ['month'],
  'staff.import.question': [],
  'staff.import.notUnderstood': [],
  'staff.import.notSaved': [],
  'staff.import.saved': ['added', 'loaded', 'month'],
  'staff.import.mistakes': ['count'],
  'staff.import.moreMistakes': ['count'],
  'staff.import.correct': [],
  'staff.import.differentLengths': [],
  'staff.problem.empty': ['line'],
  'staff.problem.strangeCharacters': ['characters', 'line'],
  'staff.problem.spreadsheetNumber': ['line'],
  'staff.problem.wrongLength': ['length', 'line', 'usual'],
  'staff.problem.duplicateInFile': ['firstLine', 'line'],
  'staff.problem.alreadyLoaded': ['line', 'month'],
  'staff.refused.unreadable': ['line'],
  'staff.refused.empty': [],
  'staff.refused.noCodeColumn': [],
  'staff.refused.tooLarge': [],
  'staff.refused.farMonth': [],
  'staff.month.title': ['month'],
  'staff.month.loaded': ['loaded', 'poolSize'],
  'staff.month.claimed': ['claimed'],
  'staff.month.left': ['left'],
  'staff.month.releaseScheduled': ['moment'],
  'staff.month.releaseByPolicy': ['moment'],
  'staff.month.nothingLoaded': [],
  'staff.release.set': ['moment', 'month'],
  'staff.release.past': [],
  'staff.release.weekend': [],
  'staff.release.otherMonth': ['day', 'month'],
  'staff.list.title': ['count', 'month'],
  'staff.list.line': ['card', 'code', 'day', 'time'],
  'staff.list.none': ['month'],
  'staff.questions.none': [],
  'staff.questions.title': ['groups', 'questions'],
  'staff.questions.group': ['count', 'firstDay', 'lastDay', 'number'],
  'staff.questions.groupOfDay': ['count', 'day', 'number'],
  'staff.questions.wording': ['text'],
  'staff.questions.otherWording': ['number', 'text'],
  'staff.questions.moreWordings': ['count'],
  'staff.questions.nearest': ['button', 'entry', 'probability'],
  'staff.questions.nothingNear': [],
  'staff.questions.understoodNow': ['reading'],
  'staff.questions.more': ['count'],
  'staff.questions.ignored': ['count'],
  'staff.questions.howToAdd': [],
  'staff.questions.howToSkip': [],
  'staff.questions.checkNames': [],
  'staff.questions.skipped': ['text'],
  'staff.questions.added': ['file', 'text'],
  'staff.questions.learning': [],
  'staff.questions.change': ['after', 'before'],
  'staff.questions.otherChanges': [],
  'staff.questions.otherChange': ['after', 'before', 'text'],
  'staff.questions.moreChanges': ['count'],
  'staff.questions.unchanged': ['count'],
  'staff.questions.answers': ['button', 'probability'],
  'staff.questions.asks': ['buttons'],
  'staff.questions.unknown': [],
  'staff.questions.outOfScope': ['button', 'probability'],
  'staff.questions.scores': ['count', 'rightAfter', 'rightBefore', 'wrongAfter', 'wrongBefore'],
  'staff.questions.notWorse': [],
  'staff.questions.worse': ['file'],
  'staff.questions.restart': [],
  'staff.questions.noSuchEntry': ['entries', 'name'],
  'staff.questions.noSuchNumber': ['number'],
  'staff.questions.duplicate': ['entry', 'number', 'text'],
  'staff.questions.masked': ['file', 'number', 'text'],
  'staff.questions.noWords': ['number'],
  'staff.questions.notWritable': ['file'],
  'staff.failed.noData': [],
  'staff.failed.otherOwner': [],
  'staff.failed.locked': [],
  'staff.failed.unreachable': [],
  'staff.failed.unavailable': [],
  'staff.failed.botLost': [],
  'staff.failed.databaseLost': [],
  'staff.failed.other': [],
  'staffActivations.help.activations': [],
  'staffActivations.help.import': [],
  'staffActivations.help.undo': [],
  'staffActivations.help.mark': [],
  'staffActivations.help.codeName': [],
  'staffActivations.help.code': [],
  'staffActivations.help.stateName': [],
  'staffActivations.help.state': [],
  'staffActivations.help.reason': [],
  'staffActivations.help.file': [],
  'staffActivations.help.month': [],
  'staffActivations.preview.claims': ['claims', 'month'],
  'staffActivations.preview.activated': ['activated', 'notActivated'],
  'staffActivations.preview.changes': ['changes'],
  'staffActivations.preview.refused': ['count', 'month'],
  'staffActivations.preview.unmatched': ['count'],
  'staffActivations.preview.unmatchedLine': ['codeEnd', 'line'],
  'staffActivations.saved': ['count', 'month'],
  'staffActivations.unchanged': [],
  'staffActivations.undone': ['count', 'kind', 'moment'],
  'staffActivations.nothingToUndo': ['month'],
  'staffActivations.mark.done': ['after', 'before', 'codeEnd', 'month'],
  'staffActivations.mark.same': ['after', 'codeEnd', 'month'],
  'staffActivations.mark.refused': ['month'],
  'staffActivations.mark.undo': ['month'],
  'staffActivations.mark.notClaimed': ['month'],
  'staffActivations.mark.badState': ['text'],
  'staffActivations.mark.state.activated': [],
  'staffActivations.mark.state.notActivated': [],
  'staffActivations.mark.state.unknown': [],
  'staffActivations.refused.unclearState': ['line'],
  'staffActivations.refused.noMatch': [],
  'staffData.help.data': [],
  'staffData.help.show': [],
  'staffData.help.erase': [],
  'staffData.help.cardName': [],
  'staffData.help.card': [],
  'staffData.help.reasonName': [],
  'staffData.help.reason': [],
  'staffData.help.audit': [],
  'staffData.help.secret': [],
  'staffData.show.title': ['lastDigits'],
  'staffData.show.noClaim': [],
  'staffData.show.claim': ['codeEnd', 'day', 'keptUntil', 'month'],
  'staffData.show.audit': ['count'],
  'staffData.show.sessions': ['count'],
  'staffData.show.notListed': [],
  'staffData.erase.done': ['count'],
  'staffData.erase.listed': ['day'],
  'staffData.audit.same': ['changes', 'events', 'month'],
  'staffData.audit.differs': ['month'],
  'staffData.audit.none': [],
  'staffData.audit.next': [],
  'staffData.difference.damagedLines': ['count'],
  'staffData.difference.codes': ['count'],
  'staffData.difference.claimsMissingInAudit': ['count'],
  'staffData.difference.claimsMissingInLedger': ['count'],
  'staffData.difference.claims': ['count'],
  'staffData.difference.activations': ['count'],
  'staffData.difference.draw': ['count'],
  'staffData.difference.release': [],
  'staffData.secret.done': [],
  'staffData.secret.configured': [],
  'staffData.secret.demo': [],
  'staffData.usage.card': [],
  'staffData.usage.reason': [],
  'staffMessenger.help.messenger': [],
  'staffMessenger.help.set': [],
  'staffMessenger.help.yes': [],
  'staffMessenger.field.greeting': [],
  'staffMessenger.field.get_started': [],
  'staffMessenger.field.ice_breakers': [],
  'staffMessenger.field.persistent_menu': [],
  'staffMessenger.change.same': ['field'],
  'staffMessenger.change.new': ['field'],
  'staffMessenger.change.changed': ['field'],
  'staffMessenger.change.removed': ['field'],
  'staffMessenger.question': [],
  'staffMessenger.notSet': [],
  'staffMessenger.set': [],
  'staffMessenger.noPage': [],
  'staffMessenger.unknownPayload': ['file', 'intent'],
  'staffMove.help.move': [],
  'staffMove.help.toDatabase': [],
  'staffMove.help.toFolder': [],
  'staffMove.month': ['claims', 'codes', 'month', 'rows', 'waiting'],
  'staffMove.paused': ['text'],
  'staffMove.stays': [],
  'staffMove.question': [],
  'staffMove.notMoved': [],
  'staffMove.moved': [],
  'staffMove.noDatabase': [],
  'staffMove.nothing': [],
  'staffMove.targetUsed': ['months'],
  'staffMove.auditDiffers': ['months'],
  'staffMove.failed': ['months'],
  'staffMove.inUse': [],
  'staffMove.unverified': [],
  'staffReaders.help.readers': [],
  'staffReaders.help.import': [],
  'staffReaders.help.state': [],
  'staffReaders.help.file': [],
  'staffReaders.help.day': [],
  'staffReaders.help.skip': [],
  'staffReaders.usage.noDay': [],
  'staffReaders.usage.futureDay': [],
  'staffReaders.usage.oldDay': ['days'],
  'staffReaders.usage.noSection': [],
  'staffReaders.column.card': [],
  'staffReaders.column.balance': [],
  'staffReaders.column.loansThisYear': [],
  'staffReaders.column.dataConfirmedOn': [],
  'staffReaders.column.overdueItems': [],
  'staffReaders.import.found': ['count', 'day', 'encoding', 'file'],
  'staffReaders.import.noColumn': [],
  'staffReaders.import.replaces': ['before'],
  'staffReaders.import.oddCards': ['count'],
  'staffReaders.import.mistakes': ['count'],
  'staffReaders.import.saved': ['count', 'day'],
  'staffReaders.problem.card': ['line'],
  'staffReaders.problem.balance': ['line'],
  'staffReaders.problem.loansThisYear': ['line'],
  'staffReaders.problem.dataConfirmedOn': ['line'],
  'staffReaders.problem.overdueItems': ['line'],
  'staffReaders.problem.duplicateCard': ['line'],
  'staffReaders.problem.confirmedLater': ['line'],
  'staffReaders.refused.mistakes': [],
  'staffReaders.refused.empty': [],
  'staffReaders.refused.noCardColumn': [],
  'staffReaders.refused.noFactColumn': [],
  'staffReaders.state.known': ['count', 'day'],
  'staffReaders.state.none': [],
  'staffRelease.help.day': [],
  'staffRelease.help.once': [],
  'staffRelease.help.pause': [],
  'staffRelease.help.resume': [],
  'staffRelease.help.textName': [],
  'staffRelease.help.text': [],
  'staffRelease.title': ['month', 'time'],
  'staffRelease.phase.closed': ['opensAt'],
  'staffRelease.phase.waiting': ['opensAt'],
  'staffRelease.phase.open': ['opensAt'],
  'staffRelease.left': ['left', 'loaded'],
  'staffRelease.claimed': ['claimed', 'lastMinute'],
  'staffRelease.waiting': ['waiting'],
  'staffRelease.paused': ['text', 'time'],
  'staffRelease.cannotSave': [],
  'staffRelease.noBot': [],
  'staffRelease.botGone': [],
  'staffRelease.since': ['time'],
  'staffRelease.signIns': ['done', 'refused'],
  'staffRelease.libraryAnswers': [],
  'staffRelease.librarySilent': [],
  'staffRelease.errors': ['errors'],
  'staffRelease.refusals': [],
  'staffRelease.noRefusals': [],
  'staffRelease.reason.unpaid_fine': [],
  'staffRelease.reason.no_loan_this_year': [],
  'staffRelease.reason.data_not_confirmed': [],
  'staffRelease.reason.overdue_items': [],
  'staffRelease.reason.previous_code_not_activated': [],
  'staffRelease.reason.pool_empty': [],
  'staffRelease.reason.not_open_yet': [],
  'staffRelease.reason.kept_for_others': [],
  'staffRelease.reason.paused': [],
  'staffRelease.reason.channel': [],
  'staffRelease.stop': [],
  'staffRelease.pausedNow': ['text'],
  'staffRelease.resumedNow': [],
  'staffRelease.badText': ['longest'],
  'staffSystem.help.check': [],
  'staffSystem.help.card': [],
  'staffSystem.state.answers': ['system'],
  'staffSystem.state.silent': ['system'],
  'staffSystem.state.sources': [],
  'staffSystem.state.untold': ['sources'],
  'staffSystem.fact.balance': [],
  'staffSystem.fact.loansThisYear': [],
  'staffSystem.fact.dataConfirmedOn': [],
  'staffSystem.fact.overdueItems': [],
  'staffSystem.snapshot.name': [],
  'staffSystem.snapshot.known': ['count', 'day'],
  'staffSystem.snapshot.tooOld': ['day'],
  'staffSystem.snapshot.none': [],
  'staffSystem.password.authenticated': [],
  'staffSystem.password.refused': [],
  'staffSystem.password.unavailable': [],
  'staffSystem.card.askPassword': [],
  'staffSystem.card.title': ['lastDigits'],
  'staffSystem.card.known': ['asOf', 'source', 'value'],
  'staffSystem.card.unknown': [],
  'staffSystem.card.never': [],
  'staffSystem.card.remark': ['text'],
  'waitForDraw.mayJoin': ['drawAt'],
  'waitForDraw.waiting': ['drawAt', 'keptMinutes', 'waiting'],
  'waitForDraw.over': [],
  'waitForDraw.kept': ['keptUntil', 'of', 'place'],
  'waitForDraw.behind': ['of', 'place'],
  'waitForDraw.signInAgain': [],
  'whileErasing.codeStays': [],
  'whileErasing.left': [],
  'widget.loader.open': [],
  'widget.loader.area': [],
  'widget.loader.dialog': [],
  'widget.loader.opening': [],
  'widget.loader.close': [],
  'widget.loader.failed': [],
  'widget.loader.retry': [],
  'widget.loader.unread': [],
  'widget.page.title': [],
  'widget.page.documentTitle': ['library'],
  'widget.page.subtitle': [],
  'widget.page.close': [],
  'widget.page.privacy': [],
  'widget.page.newTab': [],
  'widget.page.moreBelow': [],
  'widget.page.noScript': ['contact'],
  'widget.state.connecting': [],
  'widget.state.lost': [],
  'widget.state.offline': [],
  'widget.state.back': [],
  'widget.state.unreachable': [],
  'widget.state.crowded': [],
  'widget.state.misplaced': ['contact'],
  'widget.state.over': [],
  'widget.state.signedOut': [],
  'widget.state.closed': [],
  'widget.state.startAnew': [],
  'widget.session.idle': ['seconds'],
  'widget.session.idleShared': ['seconds'],
  'widget.session.codeShown': ['seconds'],
  'widget.session.final': ['seconds'],
  'widget.session.finalShared': ['seconds'],
  'widget.session.stay': [],
  'widget.session.leave': [],
  'widget.code.label': [],
  'widget.code.copy': [],
  'widget.code.copied': [],
  'widget.code.copyFailed': [],
  'widget.time.sentAt': ['time'],
  'widget.webChat.ACTIVITY_BOT_SAID_ALT': [],
  'widget.webChat.ACTIVITY_BOT_ATTACHED_ALT': [],
  'widget.webChat.ACTIVITY_YOU_SAID_ALT': [],
  'widget.webChat.ACTIVITY_INTERACTIVE_FOOTNOTE_ALT': [],
  'widget.webChat.ACTIVITY_INTERACTIVE_REASON_INTERACTIVE_CONTENT_ALT': [],
  'widget.webChat.ACTIVITY_INTERACTIVE_REASON_SEND_FAILED_ALT': [],
  'widget.webChat.ACTIVITY_STATUS_SEND_FAILED_RETRY': [],
  'widget.webChat.ACTIVITY_STATUS_SEND_STATUS_ALT_SENDING': [],
  'widget.webChat.ACTIVITY_STATUS_SEND_STATUS_ALT_SENT_AT': [],
  'widget.webChat.KEYBOARD_HELP_CHAT_HISTORY_HEADER': [],
  'widget.webChat.KEYBOARD_HELP_CHAT_HISTORY_LEAVE_MESSAGE_HEADER': [],
  'widget.webChat.KEYBOARD_HELP_CHAT_HISTORY_ACCESS_ITEMS_IN_MESSAGE_HEADER': [],
  'widget.webChat.KEYBOARD_HELP_CHAT_WINDOW_HEADER': [],
  'widget.webChat.KEYBOARD_HELP_CHAT_WINDOW_BODY_DO_ACTION_HEADER': [],
  'widget.webChat.MARKDOWN_EXTERNAL_LINK_ALT': [],
  'widget.webChat.SUGGESTED_ACTIONS_LABEL_ALT': [],
  'widget.webChat.TELEPHONE_KEYPAD_INPUT_MESSAGE': [],
  'widget.webChat.TEXT_INPUT_ALT': [],
  'widget.webChat.TEXT_INPUT_ATTACHMENTS_FEW': [],
  'widget.webChat.TEXT_INPUT_ATTACHMENTS_MANY': [],
  'widget.webChat.TEXT_INPUT_ATTACHMENTS_ONE': [],
  'widget.webChat.TEXT_INPUT_ATTACHMENTS_OTHER': [],
  'widget.webChat.TEXT_INPUT_ATTACHMENTS_TWO': [],
  'widget.webChat.TEXT_INPUT_DROP_ZONE': [],
  'widget.webChat.TEXT_INPUT_LENGTH_EXCEEDED_ALT': [],
  'widget.webChat.TEXT_INPUT_PLACEHOLDER': [],
  'widget.webChat.TEXT_INPUT_TELEPHONE_KEYPAD_BUTTON_ALT': [],
  'widget.webChat.TRANSCRIPT_ARIA_LABEL_ALT': [],
  'widget.webChat.TRANSCRIPT_ARIA_ROLE_ALT': [],
  'widget.webChat.TRANSCRIPT_LIVE_REGION_INTERACTIVE_LABEL_ALT': [],
  'widget.webChat.TRANSCRIPT_LIVE_REGION_INTERACTIVE_WITH_LINKS_LABEL_ALT': [],
  'widget.webChat.TRANSCRIPT_LIVE_REGION_SEND_FAILED_ALT': [],
  'widget.webChat.TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_LABEL_ALT': [],
  'widget.webChat.TRANSCRIPT_LIVE_REGION_SUGGESTED_ACTIONS_WITH_ACCESS_KEY_LABEL_ALT': [],
  'widget.webChat.TRANSCRIPT_MORE_MESSAGES': [],
  'widget.webChat.TRANSCRIPT_TERMINATOR_TEXT': [],
  'widget.webChat.TYPING_INDICATOR_ALT': [],
  'widget.webChat.TYPING_INDICATOR_SINGLE_TEXT': [],
  'widget.webChat.TYPING_INDICATOR_MULTIPLE_TEXT': [],
  'yesNo.questions.claim': ['activateBy', 'daysLeft', 'month', 'unchecked'],
  'yesNo.questions.checkInstead': ['month'],
  'yesNo.questions.erase': [],
  'yesNo.agreements.claim': [],
  'yesNo.agreements.checkInstead': [],
  'yesNo.agreements.erase': [],
  'yesNo.refusals': [],
  'yesNo.unclear': [],
  'yesNo.hesitations': [],
  'yesNo.laterWordings': [],
  'yesNo.later': [],
  'yesNo.momentWordings': [],
  'yesNo.moment': [],
  'yesNo.unsureWordings': [],
};
