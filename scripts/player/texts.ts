/**
 * Every word of the interface, by language. A language is one entry of the table; `{name}` is filled in by `say`.
 * Used by the templates when a site is built, and by the player. Pure.
 */

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
}

const en: Texts = {
  startWithSound: "Start with sound",
  startSilent: "Start silent, with captions",
  readAsText: "Read this lecture as text",
  contents: "Contents",
  overview: "Overview",
  enlarge: "Enlarge the slide",
  close: "Close",
  voiceSynthetic: "Voice: {voice}, a synthetic voice.",
  voicePerson: "Voice: {voice}, recorded by a person.",
  noSound: "This lecture has no sound.",
  slideCount: "{n} slides",
  slideCountOne: "{n} slide",
  startsAt: "Starts at: {title}",
  play: "Play",
  pause: "Pause",
  previous: "Back",
  next: "Forward",
  seek: "Seek",
  seekValue: "{time} of {total}, {title}",
  elapsed: "Elapsed",
  total: "Total",
  speed: "Speed",
  captions: "Captions",
  mute: "Mute",
  goOn: "Go on",
  waiting: "The lecture waits for you. Press Go on.",
  controls: "Player",
  slide: "slide",
  slideOf: "Slide {n} of {total}, {title}",
  slideOfUntitled: "Slide {n} of {total}",
  untitled: "Slide {n}",
  loading: "Loading …",
  soundFailed: "The sound of this slide does not play. The lecture goes on silently, with captions.",
  partFailed: "This part of the lecture does not load.",
  tryAgain: "Try again",
  needsScript: "Playing the lecture needs JavaScript. Everything that is said and shown can be read as text.",
};

const de: Texts = {
  startWithSound: "Mit Ton starten",
  startSilent: "Stumm starten, mit Untertiteln",
  readAsText: "Diesen Vortrag als Text lesen",
  contents: "Inhalt",
  overview: "Übersicht",
  enlarge: "Folie vergrößern",
  close: "Schließen",
  voiceSynthetic: "Stimme: {voice}, eine künstliche Stimme.",
  voicePerson: "Stimme: {voice}, von einem Menschen gesprochen.",
  noSound: "Dieser Vortrag hat keinen Ton.",
  slideCount: "{n} Folien",
  slideCountOne: "{n} Folie",
  startsAt: "Beginnt bei: {title}",
  play: "Abspielen",
  pause: "Anhalten",
  previous: "Zurück",
  next: "Weiter",
  seek: "Springen",
  seekValue: "{time} von {total}, {title}",
  elapsed: "Vergangen",
  total: "Gesamt",
  speed: "Tempo",
  captions: "Untertitel",
  mute: "Stumm",
  goOn: "Fortfahren",
  waiting: "Der Vortrag wartet auf Sie. Drücken Sie auf Fortfahren.",
  controls: "Wiedergabe",
  slide: "Folie",
  slideOf: "Folie {n} von {total}, {title}",
  slideOfUntitled: "Folie {n} von {total}",
  untitled: "Folie {n}",
  loading: "Wird geladen …",
  soundFailed: "Der Ton dieser Folie lässt sich nicht abspielen. Es geht stumm mit Untertiteln weiter.",
  partFailed: "Dieser Teil des Vortrags lässt sich nicht laden.",
  tryAgain: "Noch einmal versuchen",
  needsScript:
    "Zum Abspielen braucht der Vortrag JavaScript. Alles Gesagte und Gezeigte lässt sich als Text lesen.",
};

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
