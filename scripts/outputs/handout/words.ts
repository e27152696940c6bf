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
  readonly version: string;
  readonly onTheSlide: string;
  readonly picture: string;
  readonly film: string;
  readonly sound: string;
  readonly watch: string;
  readonly choose: string;
  readonly watchFromHere: string;
  readonly skipToText: string;
  readonly onlyThisEra: string;
  readonly selection: string;
  readonly gone: string;
  readonly showAll: string;
  readonly figure: string;
  readonly onTheSlideInWords: string;
  readonly termsToExplain: string;
  readonly numbersInText: string;
  readonly numbersUnderPictures: string;
  readonly notForDistribution: string;
  readonly privateNote: string;
  readonly planned: string;
  readonly minutes: string;
  readonly about: string;
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
  version: "Version",
  onTheSlide: "Links on the slide",
  picture: "Picture",
  film: "Film, shown in the lecture",
  sound: "Sound, played in the lecture",
  watch: "Watch the lecture",
  choose: "Put together a selection",
  watchFromHere: "Watch from here",
  skipToText: "Skip to the text",
  onlyThisEra: "Only “{era}” is shown here, and printed.",
  selection: "A selection of slides from “{lecture}”.",
  gone: "No longer there:",
  showAll: "Show the whole lecture",
  figure: "Figure",
  onTheSlideInWords: "On the slide",
  termsToExplain: "Key terms: explain them in your own words",
  numbersInText:
    "A number in the text stands again on the picture of its slide, at what is shown or spoken of there.",
  numbersUnderPictures:
    "A number in the text stands again under the picture of the slide as it is from that word on.",
  notForDistribution: "With the lecturer’s private notes: not for distribution",
  privateNote: "Private note",
  planned: "planned",
  minutes: "min",
  about: "about",
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
  version: "Fassung",
  onTheSlide: "Verweise auf der Folie",
  picture: "Bild",
  film: "Film, in der Vorlesung zu sehen",
  sound: "Ton, in der Vorlesung zu hören",
  watch: "Die Vorlesung ansehen",
  choose: "Eine Auswahl zusammenstellen",
  watchFromHere: "Von hier an ansehen",
  skipToText: "Zum Text",
  onlyThisEra: "Nur „{era}“ wird hier gezeigt und gedruckt.",
  selection: "Eine Auswahl von Folien aus „{lecture}“.",
  gone: "Nicht mehr da:",
  showAll: "Die ganze Vorlesung zeigen",
  figure: "Abbildung",
  onTheSlideInWords: "Auf der Folie",
  termsToExplain: "Begriffe: erklären Sie sie mit eigenen Worten",
  numbersInText:
    "Eine Zahl im Text steht noch einmal auf dem Bild der Folie: an dem, was dort erscheint oder wovon die Rede ist.",
  numbersUnderPictures:
    "Eine Zahl im Text steht noch einmal unter dem Bild der Folie, wie sie von diesem Wort an ist.",
  notForDistribution: "Mit den privaten Notizen der Lehrperson: nicht zur Weitergabe",
  privateNote: "Private Notiz",
  planned: "geplant",
  minutes: "Min.",
  about: "etwa",
};

const table: Readonly<Record<string, Words>> = { en, de };

/** The words of a language, by the first part of its BCP 47 tag; English when it has none here. */
export function wordsOf(language: string): Words {
  return table[language.toLowerCase().split("-")[0] ?? ""] ?? en;
}
