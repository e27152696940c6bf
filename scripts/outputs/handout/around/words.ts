/** The words of what surrounds the text, by language. Pure. */

/** The words of one language. */
export interface AroundWords {
  readonly glossary: string;
  readonly chronology: string;
  readonly index: string;
  /** Running head of the pages after the text. */
  readonly appendix: string;
  /** Says on screen what the index's numbers are. */
  readonly numbersAreSlides: string;
  readonly howToCite: string;
  readonly asNote: string;
  readonly asEntry: string;
  /** The slide's name for its QR code: `{n}` is its number. */
  readonly codeOf: string;
  readonly scan: string;
  readonly print: string;
  /** Where no script runs. */
  readonly howToPrint: string;
  readonly accessibility: string;
  readonly sourceOfLecture: string;
}

const en: AroundWords = {
  glossary: "Glossary",
  chronology: "Chronology",
  index: "Index of people and places",
  appendix: "Appendix",
  numbersAreSlides: "The numbers are those of slides.",
  howToCite: "How to cite this lecture",
  asNote: "In a note",
  asEntry: "In a bibliography",
  codeOf: "QR code: slide {n} in the lecture",
  scan: "Hear it",
  print: "Print this page",
  howToPrint: "To print this page: Ctrl+P, on a Mac ⌘P, on a phone “Print” in the browser’s menu.",
  accessibility: "Accessibility",
  sourceOfLecture: "Source of this lecture (zip)",
};

const de: AroundWords = {
  glossary: "Glossar",
  chronology: "Zeittafel",
  index: "Register der Personen und Orte",
  appendix: "Anhang",
  numbersAreSlides: "Die Zahlen sind die der Folien.",
  howToCite: "So zitieren Sie diese Vorlesung",
  asNote: "In einer Fußnote",
  asEntry: "Im Literaturverzeichnis",
  codeOf: "QR-Code: Folie {n} in der Vorlesung",
  scan: "Anhören",
  print: "Diese Seite drucken",
  howToPrint: "So drucken Sie diese Seite: Strg+P, am Mac ⌘P, am Telefon „Drucken“ im Menü des Browsers.",
  accessibility: "Barrierefreiheit",
  sourceOfLecture: "Quelldateien dieser Vorlesung (Zip)",
};

const table: Readonly<Record<string, AroundWords>> = { en, de };

/** The words of a language, by the first part of its BCP 47 tag; English when it has none here. */
export const aroundWords = (language: string): AroundWords =>
  table[language.toLowerCase().split("-")[0] ?? ""] ?? en;
