/** The words of `accessibility.html`, by language. Every claim is one that tests of the program make sure of: `tests/outputs/accessibility.test.ts` says which. Pure. */

/** What is said to be tested. */
export type Claim =
  | "axe"
  | "keyboard"
  | "names"
  | "contrast"
  | "targets"
  | "captions"
  | "descriptions"
  | "withoutScript"
  | "pdf";

/** The words of one language; `{…}` stands for what is filled in. */
export interface AccessibilityTexts {
  readonly language: string;
  readonly title: string;
  readonly of: string;
  readonly about: string;
  readonly ways: string;
  readonly way: Readonly<
    Record<"sound" | "captions" | "descriptions" | "keyboard" | "text" | "paper", string>
  >;
  readonly tested: string;
  readonly testedHow: string;
  readonly claims: Readonly<Record<Claim, string>>;
  readonly limits: string;
  readonly limit: Readonly<
    Record<"people" | "browsers" | "author" | "voice" | "silent" | "signs" | "pdf" | "styles", string>
  >;
  readonly contact: string;
  readonly writeTo: string;
  readonly nobody: string;
  readonly back: string;
  readonly watch: string;
}

const en: AccessibilityTexts = {
  language: "en",
  title: "Accessibility",
  of: "of the lecture “{title}”",
  about:
    "What can be used how, what was tested, what is known not to work, and whom to tell about it. No conformance with a standard is claimed.",
  ways: "Ways to follow the lecture",
  way: {
    sound: "Listen. Nothing plays by itself; the speed can be chosen.",
    captions: "Read captions in three sizes and several colours, or the transcript beside the slides.",
    descriptions:
      "Have the pictures described aloud before each slide: a choice at the start and in the settings.",
    keyboard: "Use the keyboard alone. Press ? for the keys; single letters can be turned off.",
    text: "Read everything as a text with the slides in it, without JavaScript.",
    paper: "Read or print the handout, a tagged PDF, where there is one.",
  },
  tested: "What was tested",
  testedHow:
    "These are tests of the program that made the lecture. They run with sample lectures before each version of it; nobody has tested this lecture by them.",
  claims: {
    axe: "The rules of axe-core find nothing in the player, the text and this page, in a window and on a phone’s screen. Such rules find only a part of what can be in the way.",
    keyboard: "The whole player can be used by keyboard.",
    names: "All controls have names and states that assistive technology can read.",
    contrast: "Text stands out from its background at 7:1 or more.",
    targets: "On a phone everything to press in the player is 44 pixels large or more.",
    captions: "Captions hold every word of the narration and keep time with it.",
    descriptions: "Spoken descriptions of pictures make the lecture wait, and can be left.",
    withoutScript: "Without JavaScript there are the contents and the way to the text.",
    pdf: "The handout has headings, lists, tables, links with words, pictures with alternatives, and its languages marked. A checker of our own that knows a part of PDF/UA-1 finds nothing.",
  },
  limits: "Known limits",
  limit: {
    people:
      "No tests with people who use assistive technology, nor with a particular screen reader, stand behind this page.",
    browsers: "The tests run in Chromium only.",
    author: "What pictures, films and sounds are said to show is as good as the author’s words for it.",
    voice: "The voice is synthetic and may say names wrongly; the text is right.",
    silent: "This copy has no sound.",
    signs: "There is no sign language and no version in easy language.",
    pdf: "In the PDF, slides are pictures with a description; their text in order stands beside them as what is said, not as it is laid out.",
    styles: "This lecture has styles of its own, whose contrast was not tested.",
  },
  contact: "Whom to write to",
  writeTo: "If something is in your way, write to {contact}. Say the page or slide, and what you use.",
  nobody: "This lecture names no address. Tell whoever gave it to you what is in your way.",
  back: "The lecture as text",
  watch: "Watch the lecture",
};

const de: AccessibilityTexts = {
  language: "de",
  title: "Barrierefreiheit",
  of: "der Vorlesung „{title}“",
  about:
    "Was wie zu benutzen ist, was geprüft wurde, was bekanntermaßen nicht geht und wem Sie es sagen können. Die Einhaltung einer Norm wird nicht behauptet.",
  ways: "Wege durch die Vorlesung",
  way: {
    sound: "Zuhören. Nichts spielt von selbst; die Geschwindigkeit ist wählbar.",
    captions: "Untertitel in drei Größen und mehreren Farben lesen, oder das Transkript neben den Folien.",
    descriptions:
      "Sich die Bilder vor jeder Folie beschreiben lassen: zu wählen am Anfang und in den Einstellungen.",
    keyboard: "Nur die Tastatur benutzen. ? zeigt die Tasten; einzelne Buchstaben lassen sich abschalten.",
    text: "Alles als Text mit den Folien darin lesen, ohne JavaScript.",
    paper: "Das Handout lesen oder drucken, ein PDF mit Struktur, wo es eines gibt.",
  },
  tested: "Was geprüft wurde",
  testedHow:
    "Das sind Prüfungen des Programms, das die Vorlesung gemacht hat. Sie laufen mit Beispielen vor jeder seiner Fassungen; diese Vorlesung selbst hat damit niemand geprüft.",
  claims: {
    axe: "Die Regeln von axe-core finden nichts im Player, im Text und auf dieser Seite, im Fenster und auf dem Bildschirm eines Telefons. Solche Regeln finden nur einen Teil dessen, was im Weg sein kann.",
    keyboard: "Der ganze Player ist mit der Tastatur zu benutzen.",
    names: "Alle Bedienelemente haben Namen und Zustände, die Hilfsmittel lesen können.",
    contrast: "Text hebt sich mit 7:1 oder mehr von seinem Grund ab.",
    targets: "Auf einem Telefon ist im Player alles, was man drückt, mindestens 44 Pixel groß.",
    captions: "Die Untertitel enthalten jedes gesprochene Wort, zur rechten Zeit.",
    descriptions:
      "Gesprochene Beschreibungen der Bilder lassen die Vorlesung warten und lassen sich verlassen.",
    withoutScript: "Ohne JavaScript gibt es den Inhalt und den Weg zum Text.",
    pdf: "Das Handout hat Überschriften, Listen, Tabellen, Verweise mit Worten, Bilder mit Beschreibungen und angegebene Sprachen. Ein eigener Prüfer, der einen Teil von PDF/UA-1 kennt, findet nichts.",
  },
  limits: "Bekannte Grenzen",
  limit: {
    people:
      "Hinter dieser Seite stehen keine Prüfungen mit Menschen, die Hilfsmittel benutzen, und keine mit einem bestimmten Screenreader.",
    browsers: "Die Prüfungen laufen nur in Chromium.",
    author: "Was Bilder, Filme und Töne zeigen sollen, steht so gut da, wie der Autor es beschrieben hat.",
    voice: "Die Stimme ist künstlich und spricht Namen manchmal falsch; der Text ist richtig.",
    silent: "Diese Ausgabe hat keinen Ton.",
    signs: "Es gibt keine Gebärdensprache und keine Fassung in Leichter Sprache.",
    pdf: "Im PDF sind Folien Bilder mit einer Beschreibung; daneben steht, was gesagt wird, nicht, wie die Folie gesetzt ist.",
    styles: "Diese Vorlesung hat eigene Stile; deren Kontrast wurde nicht geprüft.",
  },
  contact: "Wem Sie schreiben können",
  writeTo:
    "Wenn Ihnen etwas im Weg ist, schreiben Sie an {contact}. Nennen Sie die Seite oder Folie und was Sie benutzen.",
  nobody: "Diese Vorlesung nennt keine Adresse. Sagen Sie es denen, von denen Sie sie haben.",
  back: "Die Vorlesung als Text",
  watch: "Die Vorlesung ansehen",
};

const table: Readonly<Record<string, AccessibilityTexts>> = { en, de };

/** The words of a language, by the first part of its BCP 47 tag; English when it has none here. */
export const accessibilityTexts = (language: string): AccessibilityTexts =>
  table[language.toLowerCase().split("-")[0] ?? ""] ?? en;
