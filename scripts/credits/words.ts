/** The words of credits, by language. */
import type { CreditBasis, CreditKind } from "../model.ts";

/** The words of one language. `{who}`, `{title}` and the like stand for what is put in. */
export interface CreditWords {
  /** Headings of the groups. */
  readonly kinds: Readonly<Record<CreditKind, string>>;
  readonly licenses: string;
  readonly changed: string;
  readonly basis: Readonly<Record<CreditBasis, string>>;
  /** Where the deck names no author. */
  readonly lecturer: string;
  readonly synthetic: string;
  readonly adapted: string;
  readonly adaptedBy: string;
  /** What maps take from Natural Earth, and what the program does with it. */
  readonly coastlines: string;
  readonly projected: string;
  readonly publicDomain: string;
  readonly allRightsReserved: string;
  readonly ownTerms: string;
  readonly orLater: string;
  readonly and: string;
  readonly or: string;
  readonly with: string;
}

const en: CreditWords = {
  kinds: {
    works: "Works used",
    slides: "Slides",
    pictures: "Pictures and films",
    data: "Data",
    fonts: "Fonts",
    voices: "Voices and sound",
  },
  licenses: "The licences",
  changed: "Changed: {changes}",
  basis: {
    quotation: "A quotation, on the responsibility of {who}; not passed on",
    "fair-use": "Fair use, on the responsibility of {who}; not passed on",
    permission: "By permission, on the responsibility of {who}; not passed on",
  },
  lecturer: "the lecturer",
  synthetic: "a synthetic voice",
  adapted: "Adapted from {title}",
  adaptedBy: "Adapted from {title} by {author}",
  coastlines: "The coastlines and borders of the maps",
  projected: "projected and simplified",
  publicDomain: "public domain",
  allRightsReserved: "all rights reserved",
  ownTerms: "{name} licence",
  orLater: "{name} or later",
  and: "and",
  or: "or",
  with: "with",
};

const de: CreditWords = {
  kinds: {
    works: "Benutzte Werke",
    slides: "Folien",
    pictures: "Bilder und Filme",
    data: "Daten",
    fonts: "Schriften",
    voices: "Stimmen und Ton",
  },
  licenses: "Die Lizenzen",
  changed: "Geändert: {changes}",
  basis: {
    quotation: "Zitat, in der Verantwortung von {who}; wird nicht weitergegeben",
    "fair-use": "Fair Use, in der Verantwortung von {who}; wird nicht weitergegeben",
    permission: "Mit Erlaubnis, in der Verantwortung von {who}; wird nicht weitergegeben",
  },
  lecturer: "der Lehrperson",
  synthetic: "eine künstliche Stimme",
  adapted: "Bearbeitet nach {title}",
  adaptedBy: "Bearbeitet nach {title} von {author}",
  coastlines: "Küsten und Grenzen der Karten",
  projected: "projiziert und vereinfacht",
  publicDomain: "gemeinfrei",
  allRightsReserved: "alle Rechte vorbehalten",
  ownTerms: "Lizenz {name}",
  orLater: "{name} oder neuer",
  and: "und",
  or: "oder",
  with: "mit",
};

const table: Readonly<Record<string, CreditWords>> = { en, de };

/** The words of a language, by the first part of its BCP 47 tag; English when it has none here. */
export const creditWords = (language: string): CreditWords =>
  table[language.toLowerCase().split("-")[0] ?? ""] ?? en;

/** Puts values into the places that words keep for them. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
