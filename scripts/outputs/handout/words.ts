/** Every word that the article and the handout add to the author's, by language. Pure. */

/** The words of one language. */
export interface Words {
  readonly contents: string;
  readonly era: string;
  readonly slide: string;
  readonly places: string;
  readonly people: string;
  readonly keyTerms: string;
  readonly questions: string;
  readonly sources: string;
  readonly credits: string;
  readonly voice: string;
  readonly syntheticVoice: string;
  readonly version: string;
  readonly license: string;
  readonly changes: string;
  readonly onTheSlide: string;
  readonly picture: string;
  readonly film: string;
  readonly sound: string;
  readonly watch: string;
  readonly watchFromHere: string;
  readonly skipToText: string;
  readonly onlyThisEra: string;
  readonly showAll: string;
}

const en: Words = {
  contents: "Contents",
  era: "Era",
  slide: "Slide",
  places: "Places",
  people: "People",
  keyTerms: "Key terms",
  questions: "Questions",
  sources: "Sources",
  credits: "Credits and licence",
  voice: "Voice of the lecture",
  syntheticVoice: "a synthetic voice",
  version: "Version",
  license: "Licence",
  changes: "Changes",
  onTheSlide: "Links on the slide",
  picture: "Picture",
  film: "Film, shown in the lecture",
  sound: "Sound, played in the lecture",
  watch: "Watch the lecture",
  watchFromHere: "Watch from here",
  skipToText: "Skip to the text",
  onlyThisEra: "Only “{era}” is shown here, and printed.",
  showAll: "Show the whole lecture",
};

const de: Words = {
  contents: "Inhalt",
  era: "Epoche",
  slide: "Folie",
  places: "Orte",
  people: "Personen",
  keyTerms: "Begriffe",
  questions: "Fragen",
  sources: "Quellen",
  credits: "Nachweise und Lizenz",
  voice: "Stimme der Vorlesung",
  syntheticVoice: "eine künstliche Stimme",
  version: "Fassung",
  license: "Lizenz",
  changes: "Änderungen",
  onTheSlide: "Verweise auf der Folie",
  picture: "Bild",
  film: "Film, in der Vorlesung zu sehen",
  sound: "Ton, in der Vorlesung zu hören",
  watch: "Die Vorlesung ansehen",
  watchFromHere: "Von hier an ansehen",
  skipToText: "Zum Text",
  onlyThisEra: "Nur „{era}“ wird hier gezeigt und gedruckt.",
  showAll: "Die ganze Vorlesung zeigen",
};

const table: Readonly<Record<string, Words>> = { en, de };

/** The words of a language, by the first part of its BCP 47 tag; English when it has none here. */
export function wordsOf(language: string): Words {
  return table[language.toLowerCase().split("-")[0] ?? ""] ?? en;
}
