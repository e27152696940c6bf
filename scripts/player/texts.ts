/**
 * Every word of the interface, by language. A language is one file of `texts/` and one entry of the table; `{name}` is filled in by `say`.
 * Used by the templates when a site is built, and by the player. Pure.
 */
import { de } from "./texts/de.ts";
import { en } from "./texts/en.ts";

/** The words of one language. `{…}` stands for what is filled in. */
export interface Texts {
  readonly startWithSound: string;
  readonly startSilent: string;
  readonly readAsText: string;
  readonly contents: string;
  readonly overview: string;
  readonly enlarge: string;
  readonly close: string;
  readonly voiceSynthetic: string;
  readonly voicePerson: string;
  readonly noSound: string;
  readonly slideCount: string;
  readonly slideCountOne: string;
  readonly startsAt: string;
  readonly play: string;
  readonly pause: string;
  readonly previous: string;
  readonly next: string;
  readonly seek: string;
  readonly seekValue: string;
  readonly elapsed: string;
  readonly total: string;
  readonly speed: string;
  readonly captions: string;
  readonly mute: string;
  readonly goOn: string;
  readonly waiting: string;
  readonly controls: string;
  readonly slide: string;
  readonly slideOf: string;
  readonly slideOfUntitled: string;
  readonly untitled: string;
  readonly loading: string;
  readonly soundFailed: string;
  readonly partFailed: string;
  readonly tryAgain: string;
  readonly needsScript: string;
  readonly describePictures: string;
  readonly more: string;
  readonly settings: string;
  readonly letterKeys: string;
  // Sizes, and saving for offline.
  readonly decimalPoint: string;
  readonly megabytes: string;
  readonly eraFacts: string;
  readonly offline: string;
  readonly offlineOffer: string;
  readonly offlineSave: string;
  readonly offlineStop: string;
  readonly offlineRemove: string;
  readonly offlineUpdate: string;
  readonly offlineBegins: string;
  readonly offlineSaving: string;
  readonly offlineSaved: string;
  readonly offlineNewer: string;
  readonly offlineFull: string;
  readonly offlineFullOld: string;
  readonly offlineChanged: string;
  readonly offlineBroken: string;
  readonly offlineFailed: string;
  readonly offlineRefused: string;
  readonly newerVersion: string;
  readonly newerShow: string;
  // Moments, notes and parts.
  readonly linkToMoment: string;
  readonly linkToPart: string;
  readonly linkCopied: string;
  readonly eraLinkCopied: string;
  readonly linkByHand: string;
  readonly link: string;
  readonly linkToEra: string;
  readonly linkToShort: string;
  readonly shortVersion: string;
  readonly privateCopy: string;
  readonly notForPublishing: string;
  readonly linkToNowhere: string;
  readonly startsAtTime: string;
  readonly goOnWhere: string;
  readonly onlyPart: string;
  readonly onlyWrong: string;
  readonly wholeLecture: string;
  readonly addBookmark: string;
  readonly bookmarked: string;
  readonly notes: string;
  readonly notesNone: string;
  readonly notesPrivate: string;
  readonly notesNotKept: string;
  readonly notesExport: string;
  readonly notesExported: string;
  readonly noteOn: string;
  readonly noteHere: string;
  readonly noteDelete: string;
  readonly noteDeleted: string;
  readonly undo: string;
  readonly notesElsewhere: string;
  readonly printEra: string;
  readonly report: string;
  readonly reportSubject: string;
  readonly reportBody: string;
  readonly knows: string;
  readonly knowsNothing: string;
  readonly knowsPlace: string;
  readonly knowsSettings: string;
  readonly knowsOffline: string;
  readonly knowsYes: string;
  readonly knowsNo: string;
  readonly forget: string;
  readonly forgetSure: string;
  readonly forgetYes: string;
  readonly forgetNo: string;
  readonly forgotten: string;
  // Keys and jumps.
  readonly tenBack: string;
  readonly tenOn: string;
  readonly sentenceBack: string;
  readonly sentenceOn: string;
  readonly fullScreen: string;
  readonly keys: string;
  readonly keysWhere: string;
  readonly keyPlay: string;
  readonly keyStepOn: string;
  readonly keyStepBack: string;
  readonly keySlideOn: string;
  readonly keySlideBack: string;
  readonly keyFirst: string;
  readonly keyLast: string;
  readonly keyTenths: string;
  // Volume, late sound, slides without words.
  readonly volume: string;
  readonly soundLag: string;
  readonly milliseconds: string;
  readonly nextIn: string;
  // Ribbon of eras.
  readonly eras: string;
  readonly eraYears: string;
  readonly yearBc: string;
  // Transcript, finding, quoting and the look of captions.
  readonly transcript: string;
  readonly transcriptHelp: string;
  readonly followVoice: string;
  readonly copyCitation: string;
  readonly copied: string;
  readonly copyRefused: string;
  readonly nothingToCopy: string;
  readonly quoted: string;
  readonly find: string;
  readonly findField: string;
  readonly findLoading: string;
  readonly findMissing: string;
  readonly hits: string;
  readonly hitsOne: string;
  readonly hitsNone: string;
  readonly hitsShown: string;
  readonly captionSize: string;
  readonly captionNormal: string;
  readonly captionLarge: string;
  readonly captionLargest: string;
  readonly captionColours: string;
  readonly captionSystem: string;
  readonly captionLightOnDark: string;
  readonly captionDarkOnLight: string;
  // Presenting.
  readonly startPresent: string;
  readonly present: string;
  readonly watch: string;
  readonly presenting: string;
  readonly watching: string;
  readonly slideOfCount: string;
  readonly black: string;
  readonly blackOn: string;
  readonly blackOff: string;
  readonly laser: string;
  readonly laserOn: string;
  readonly laserOff: string;
  readonly goToSlide: string;
  readonly goToField: string;
  readonly goToHelp: string;
  readonly goToNone: string;
  readonly goToFound: string;
  readonly goToFoundOne: string;
  readonly keysPresent: string;
  readonly keysWatch: string;
  readonly keyPresent: string;
  readonly keyPresentHere: string;
  readonly keyEnd: string;
  readonly keyDigits: string;
  readonly keySheet: string;
  readonly speakerView: string;
  readonly speakerBlocked: string;
  readonly speakerBlockedHelp: string;
  readonly speakerOpen: string;
  // The speaker view.
  readonly speakerNow: string;
  readonly speakerNext: string;
  readonly speakerStep: string;
  readonly speakerEnd: string;
  readonly speakerAlone: string;
  readonly speakerLecture: string;
  readonly speakerLeft: string;
  readonly script: string;
  readonly scriptNone: string;
  readonly scriptNext: string;
  readonly privateNotes: string;
  readonly privateNotesNone: string;
  readonly privateNotesFailed: string;
  readonly timeOfDay: string;
  readonly stopwatch: string;
  readonly stopwatchStart: string;
  readonly stopwatchPause: string;
  readonly stopwatchReset: string;
  readonly plannedTotal: string;
  readonly paceOn: string;
  readonly paceBehind: string;
  readonly paceAhead: string;
  readonly textSmaller: string;
  readonly textLarger: string;
  // Rehearsing.
  readonly rehearse: string;
  readonly rehearsal: string;
  readonly rehearsalIntro: string;
  readonly rehearsalStart: string;
  readonly rehearsalStop: string;
  readonly rehearsalGoOn: string;
  readonly rehearsalSave: string;
  readonly rehearsalSheet: string;
  readonly rehearsalOpen: string;
  readonly rehearsalLast: string;
  readonly rehearsalUnplanned: string;
  readonly rehearsalNotReached: string;
  readonly rehearsalNotReachedOne: string;
  readonly rehearsalElsewhere: string;
  readonly rehearsalNotKept: string;
  readonly rehearsalNone: string;
  readonly rehearsalNewer: string;
  readonly rehearsalDamaged: string;
  readonly rehearsalOther: string;
  readonly rehearsalEra: string;
  readonly rehearsalSlide: string;
  readonly rehearsalPlanned: string;
  readonly rehearsalNarration: string;
  readonly rehearsalRehearsed: string;
  readonly rehearsalDifference: string;
  readonly rehearsalWhole: string;
  readonly rehearsalSlow: string;
  readonly slideTimeNow: string;
  readonly slideTimeOver: string;
  readonly slideTimePlanned: string;
  readonly slideTimeNarration: string;
  readonly slideTimeLast: string;
  readonly slideTimeLastSlow: string;
}

/** Language (the first part of a BCP 47 tag) → its texts. */
export const textTable: Readonly<Record<string, Texts>> = { en, de };

/** The key of the table for a deck's language; English where the table has no other. */
export function textsFor(language: string): string {
  const key = language.toLowerCase().split("-")[0] ?? "";
  return Object.hasOwn(textTable, key) ? key : "en";
}

/** The texts under a key that `textsFor` gave. */
export const textsOf = (key: string): Texts => textTable[key] ?? en;

/** Fills the `{name}` places of a text. */
export const say = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
