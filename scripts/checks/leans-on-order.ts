/**
 * Narration that points outside its slide: "as we saw", "on the next slide". Such words are wrong as soon as somebody
 * takes the slide into another lecture, or its author moves it. For decks in English and German.
 */
import { warning } from "../diagnostics.ts";
import type { SlideCheck } from "./index.ts";
import { firstPhrase, firstPhrases, phrases, type Phrase } from "./phrases.ts";

/** After these, `earlier` and `before` count time in the story and not in the lecture. */
const NOT_AFTER_TIME =
  "(?<!\\b(?:years?|months?|weeks?|days?|nights?|hours?|minutes?|decades?|century|centuries|summers?|winters?|long|shortly|soon|ever|never) )";
/** Nothing follows that the word could belong to, as in "before the war". */
const ENDS = "(?=\\s*(?:[,.;:!?)\u2014\u2013]|$))";
const LECTURE = "(?:lecture|talk|course|presentation)";
const PAST = "(?:saw|met|heard|read|said|noted|mentioned|discussed|learned|learnt|asked|quoted)";
const DONE =
  "(?:seen|met|heard|read|said|noted|mentioned|discussed|learned|learnt|quoted|looked at|talked about|come across)";

const ENGLISH: readonly (readonly [words: string, rule: RegExp])[] = [
  // as we saw · as I have already said · as we shall see
  [
    "as we|as you",
    /\bas (?:we|you)(?: just| already| also)? (?:saw|met|heard|read|learned|learnt)\b(?! fit)/,
  ],
  ["as we|as i ", /\bas (?:we|i)(?: just| already| also)? (?:said|noted|mentioned|discussed|asked|quoted)\b/],
  [
    "as we|as you|as i",
    new RegExp(`\\bas (?:we|you|i)(?:'ve| have)(?: just| already| also)? ${DONE}\\b(?! fit)`),
  ],
  ["as we|as you", /\bas (?:we|you)(?:'ll| will| shall)(?: soon| later| now)? (?:see|hear|learn)\b/],
  ["remember|recall", /\bas (?:you )?(?:will |may |might )?(?:remember|recall)\b(?=,|\.| from)/],
  // as mentioned before · as already noted · as above
  [
    "mentioned|noted|said|shown|described|explained|discussed|stated|seen",
    /\bas (?:was |has been )?(?:mentioned|noted|said|shown|described|explained|discussed|stated|seen) (?:earlier|before|above|previously|already)\b/,
  ],
  [
    "already|previously",
    /\bas (?:was |has been )?(?:already|previously) (?:mentioned|noted|said|shown|described|explained|discussed|stated|seen)\b/,
  ],
  ["as above", /\bas above,/],
  // the man mentioned earlier
  [
    "mentioned|discussed|described|quoted|introduced|named|shown",
    new RegExp(
      `\\b(?:mentioned|discussed|described|quoted|introduced|named|shown) (?:earlier|above|before|previously)${ENDS}`,
    ),
  ],
  // we met him earlier · we have already seen · we have seen how
  [
    "earlier|before|previously|a moment ago|a minute ago|just now",
    new RegExp(
      `\\b(?:we|you|i)(?:'ve| have)?(?: just| already)? (?:${PAST}|${DONE}|looked at|talked about|came across)\\b[^.;:!?]{0,40}?${NOT_AFTER_TIME}\\b(?:earlier|before|previously|a moment ago|a minute ago|just now)${ENDS}`,
    ),
  ],
  ["already|just", new RegExp(`\\b(?:we|you)(?:'ve| have) (?:already|just) ${DONE}\\b`)],
  ["we already|we just|you just", new RegExp(`\\b(?:we already|we just|you just) ${PAST}\\b`)],
  ["seen|heard", /\bwe(?:'ve| have) (?:seen|heard) (?:that|how|why|what|who)\b/],
  ["saw", /\bthe [\p{L}-]+ (?:that |which )?(?:we|you) (?:just |already )?saw\b/u],
  // we will come back to this · you will meet him again
  [
    "come back|return|get to",
    /\b(?:we|i)(?:'ll| will| shall) (?:come back|return|get) to (?:this|that|it|him|her|them|these|those|the question)\b/,
  ],
  [
    "again|later|soon|shortly|in a moment|once more| times",
    new RegExp(
      `\\b(?:we|you)(?:'ll| will| shall) (?:see|meet|hear)\\b[^.;:!?]{0,40}?\\b(?:again|later|soon|shortly|in a moment|once more|(?:two|three|several|many) times)${ENDS}`,
    ),
  ],
  // on the next slide · the previous era · in the last part
  [
    "slide|era",
    /\b(?:the|our|this|that) (?:next|previous|last|following|preceding|coming|earlier|first) (?:slides?|eras?)\b(?! of (?!(?:the|this) lecture))/,
  ],
  [
    "part|chapter|section",
    /\b(?:in|from|on|see|to) the (?:next|previous|last|following|preceding|coming|earlier) (?:parts?|chapters?|sections?)\b(?! (?:of|in) (?!(?:the|this) lecture))/,
  ],
  ["slide", /\b(?:a|one|two|three|a few|some|several) slides? (?:ago|back|earlier|later|on|before)\b/],
  [
    "lecture|talk|course|presentation",
    new RegExp(
      `\\b(?:earlier|later|before|elsewhere|so far|at the (?:beginning|start|end|opening)) (?:in|of) (?:this|the|our) ${LECTURE}\\b`,
    ),
  ],
  [
    "lecture|talk|session|class|lesson",
    /\bin (?:the|our|my) (?:last|next|previous) (?:lecture|talk|session|class|lesson)\b/,
  ],
];

const BEFORE = "(?:schon|bereits|eben|gerade|soeben|vorhin|zuvor|oben|auch)";

const GERMAN: readonly (readonly [words: string, rule: RegExp])[] = [
  // wie wir gesehen haben · wie wir sahen · wie wir noch sehen werden
  [
    "wie ",
    new RegExp(
      `\\bwie (?:wir|ich)(?: ${BEFORE})* (?:gesehen|gehört|gelesen|gelernt|besprochen|erfahren|gesagt|erwähnt) (?:haben|habe|hat)(?![\\p{L}])`,
    ),
  ],
  [
    "wie ",
    new RegExp(`\\bwie (?:wir|ich)(?: ${BEFORE})* (?:sahen|hörten|lasen|sagten?|erwähnten?)(?![\\p{L}])`),
  ],
  ["wie ", /\bwie wir(?: noch| gleich| später| bald)* (?:sehen|hören|erfahren) werden\b/],
  // wie bereits erwähnt · wie gesagt
  [
    "wie ",
    new RegExp(
      `\\bwie ${BEFORE}(?: ${BEFORE})* (?:erwähnt|gesagt|gezeigt|beschrieben|besprochen|erklärt|dargestellt)(?![\\p{L}])`,
    ),
  ],
  ["wie gesagt", /\bwie gesagt\b(?=,|\.|:)/],
  // wir haben schon gehört · vorhin
  [
    "wir |gesehen|gehört|besprochen|kennengelernt|erwähnt",
    new RegExp(
      `\\bwir (?:haben |hatten )?${BEFORE}\\b[^.;:!?]{0,60}?(?<![\\p{L}])(?:gesehen|gehört|besprochen|kennengelernt|erwähnt)(?![\\p{L}])`,
    ),
  ],
  ["vorhin", /\bvorhin\b/],
  // auf der nächsten Folie · in der vorigen Epoche · im letzten Teil
  [
    "folie|epoche",
    /\b(?:der|die|den|dieser) (?:nächsten?|vorigen?|vorherigen?|letzten?|folgenden?|vorangehenden?|vorhergehenden?|ersten?) (?:folien?|epochen?)(?![\p{L}])/u,
  ],
  [
    "teil|abschnitt|kapitel",
    /\b(?:im|vom|zum|in den|den) (?:nächsten|vorigen|vorherigen|letzten|folgenden|vorangehenden|vorhergehenden) (?:teilen?|abschnitten?|kapiteln?|teil|abschnitt|kapitel)(?![\p{L}])(?! (?:des|der|von|seines|seiner|ihres|ihrer)(?! (?:vortrags|vorlesung)))/u,
  ],
  [
    "vortrag|vorlesung",
    /(?<![\p{L}])(?:früher|später|vorher|weiter oben|weiter unten|am anfang|zu beginn|am ende|bisher) (?:in )?(?:diesem|dem|dieser|der|dieses|des|unserer|unseres|unserem) (?:vortrags?|vorlesung)(?![\p{L}])/u,
  ],
  ["komme", /\b(?:darauf|dazu|hierauf) (?:kommen wir|komme ich) (?:noch|später|gleich|bald)\b/],
];

/** The phrases of a language, by the first part of its BCP 47 tag. */
export const orderRules: Readonly<Record<string, readonly Phrase[]>> = {
  en: phrases(ENGLISH),
  de: phrases(GERMAN),
};

const rulesOf = (language: string): readonly Phrase[] =>
  orderRules[language.toLowerCase().split("-")[0] ?? ""] ?? [];

/**
 * The first words of a sentence that point outside its slide.
 * @param language BCP 47; of others than English and German nothing is known
 */
export const orderWords = (text: string, language: string): string | undefined =>
  firstPhrase(text, rulesOf(language));

/** One warning for each sentence that points outside its slide. */
export const leansOnOrder: SlideCheck = {
  name: "leans-on-order",
  ofSlide: ({ narration }, _, { language }) =>
    firstPhrases(narration, rulesOf(language)).map(({ words, at }) =>
      warning(
        "leans-on-order",
        at,
        `"${words}" points outside this slide, and is wrong where the slide is used without the others`,
        { hint: 'name what is meant: "Kim had asked in 1949" in place of "as we saw, Kim had asked"' },
      ),
    ),
};
