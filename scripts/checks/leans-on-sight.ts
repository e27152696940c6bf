/**
 * Narration that can be understood only by those who see the slide: "as you can see", "this red line", "look at the map".
 * After WCAG 2.2, success criterion 1.3.3 (sensory characteristics). The rules are English; a
 * deck in another language is not looked at.
 */
import { warning } from "../diagnostics.ts";
import type { SlideCheck } from "./index.ts";
import { firstPhrase, firstPhrases, phrases } from "./phrases.ts";

/** What a slide can show; each also in the plural. */
const SHOWN =
  "(?:picture|image|photo|photograph|drawing|figure|illustration|diagram|chart|graph|graphic|map|timeline|slide|table|cartoon|poster)s?";
const COLOUR =
  "(?:red|blue|green|yellow|orange|purple|violet|pink|brown|black|white|gr[ae]y|dark|light|bright|pale|dotted|dashed|dash-dotted|solid|thick|thin|bold|coloured|colored|shaded|hatched|highlighted)";
/** Marks in a drawing. */
const MARK =
  "(?:line|arrow|dot|area|region|circle|square|rectangle|triangle|box|bar|stripe|star|patch|curve|marker|point|shape|spot|ring|band|column)s?";
const YOU_SEE = "(?:you|we)(?: can| may| could| will|'ll)?(?: clearly| now| also)? see";
/** An order to look stands at the start of a clause, or after a word that invites. */
const ORDER =
  "(?:^|[.;:,(\u2013\u2014\u201c\"]\\s*|\\b(?:now|then|please|just|so|and|let us|let's|if you|you can)\\s+)";
/** Words after which `above` and `below` say where a thing was, and not where a picture stands. */
const ITS_PLACE =
  "(?!\\s+(?:the|a|an|his|her|its|their|my|our|your|this|that|these|those|it|them|him|zero|sea|ground|\\d))";

/**
 * The ways to lean on sight, each after words of which its sentences hold one, in small letters: looking for those is quick, and most
 * sentences hold none.
 */
const RULES: readonly (readonly [words: string, rule: RegExp])[] = [
  // as you can see · as we saw here · as can be seen
  ["see", /\bas (?:you|we|everyone|one|anyone) can(?: clearly| now| all)? see\b(?! fit)/],
  ["see", /\bas (?:you|we) see(?: here|,|\.|$| (?:in|on|from) (?:the|this) )/],
  [
    "seen|shown|pictured|depicted|drawn|marked",
    new RegExp(
      `\\bas (?:can be |is |are )?(?:seen|shown|pictured|depicted|drawn|marked)(?: here\\b| above\\b| below\\b| (?:in|on) (?:the|this) ${SHOWN}\\b)`,
    ),
  ],
  ["seen", /\bas can be seen\b/],
  [
    "show|make",
    new RegExp(
      `\\bas (?:the|this) (?:${COLOUR} )?(?:${MARK}|(?:picture|photo|photograph|drawing|diagram|chart|map|slide)s?) (?:shows?|makes? clear)\\b`,
    ),
  ],
  // you can see here, on the left, in this picture, the red line
  [
    "see",
    new RegExp(
      `\\b${YOU_SEE} (?:(?:it |them |him |her |this |that )?here\\b|(?:on|to|at) (?:the|your) (?:(?:far |upper |lower )?(?:left|right|top|bottom|screen)|${SHOWN})\\b)`,
    ),
  ],
  ["see", new RegExp(`\\b${YOU_SEE}\\b[^.;:!?]{0,60}?\\b(?:in|on) (?:the|this|that) ${SHOWN}\\b`)],
  ["see", new RegExp(`\\b(?:in|on) (?:the|this|that) ${SHOWN},? ${YOU_SEE}\\b`)],
  [
    "see",
    new RegExp(
      `\\b(?:here|on the (?:far )?(?:left|right)|(?:above|below)|to the (?:left|right)),? (?:you(?: can)? see|we see (?:a|the|this) (?:${COLOUR} )?(?:${SHOWN}|${MARK}))\\b`,
    ),
  ],
  ["see", new RegExp(`\\b${YOU_SEE} (?:the|this|that|these|those|a|an|two|three) ${COLOUR} ${MARK}\\b`)],
  ["see", /\bwhat (?:you|we) (?:can )?see here\b/],
  ["looking at", /\bwhat you(?: are|'re) looking at\b/],
  ["looking at", new RegExp(`\\byou(?: are|'re) looking at (?:the|this|that|a|an) (?:\\w+ )?${SHOWN}\\b`)],
  // this red line · the dotted line · follow the arrow · in red on the map
  ["this |these ", new RegExp(`\\b(?:this|these) ${COLOUR} ${MARK}\\b`)],
  [
    "dotted|dashed|shaded|hatched|highlighted|thick|thin|coloured|colored",
    new RegExp(
      `\\bthe (?:dotted|dashed|dash-dotted|shaded|hatched|highlighted|thick|thin|coloured|colored) ${MARK}\\b`,
    ),
  ],
  [
    "this |these ",
    /\b(?:this|these) (?:little |small |big |large |long |short )?(?:arrow|dot|shaded area|circle on|box on)s?\b/,
  ],
  ["follow", new RegExp(`${ORDER}follow (?:the|this) (?:${COLOUR} )?(?:arrow|line|dot)s?\\b`)],
  [
    "shown|marked|drawn|coloured|colored|shaded|highlighted|painted|circled|underlined",
    new RegExp(
      `\\b(?:shown|marked|drawn|coloured|colored|shaded|highlighted|painted|circled|underlined) (?:here )?in ${COLOUR}\\b`,
    ),
  ],
  ["on the", new RegExp(`\\bin ${COLOUR} on the ${SHOWN}\\b`)],
  // look at the map · look to the left · look here
  [
    "look|glance",
    new RegExp(
      `${ORDER}(?:look|glance|have a look|take a look) (?:again |closely |carefully |once more )?at (?:the|this|that|these|those) (?:[\\w-]+ ){0,2}?(?:${SHOWN}|${COLOUR} ${MARK}|arrows?|dots?)\\b`,
    ),
  ],
  [
    "look|glance",
    new RegExp(
      `${ORDER}(?:look|glance) (?:here\\b|(?:to|on|at) (?:the|your) (?:(?:far |upper |lower |top |bottom )?(?:left|right|top|bottom|corner|screen)\\b))`,
    ),
  ],
  [
    "note|notice|observe|compare",
    new RegExp(`${ORDER}(?:note|notice|observe|compare) (?:the|this|these|how the) ${COLOUR} ${MARK}\\b`),
  ],
  // shown here · the picture below · the map on the left · on your right
  [
    "shown|seen|pictured|depicted|displayed|illustrated|photographed",
    /\b(?:shown|seen|pictured|depicted|displayed|illustrated|photographed) (?:here|above|below|opposite|overleaf|on (?:the|your) (?:left|right)|to the (?:left|right))\b/,
  ],
  [
    "shown|drawn|marked|displayed|seen",
    new RegExp(`\\b(?:shown|drawn|marked|displayed|seen) (?:in|on) (?:this|the) ${SHOWN}\\b`),
  ],
  [
    "below|above|opposite|overleaf",
    new RegExp(`\\b(?:the|this) ${SHOWN} (?:below|above|opposite|overleaf)\\b${ITS_PLACE}`),
  ],
  [
    "left|right|top|bottom|screen",
    new RegExp(
      `\\b(?:${SHOWN}|${COLOUR} ${MARK}|arrows?) (?:(?:on|to|at|in) (?:the|your) (?:(?:far |upper |lower |top |bottom )?(?:left|right)|top|bottom|screen)\\b(?! of (?!the (?:slide|screen|picture))))`,
    ),
  ],
  ["your ", /\b(?:on|to) your (?:left|right|screen)\b/],
  ["-hand ", /\b(?:left|right)-hand (?:picture|image|photo|photograph|map|drawing|diagram|chart|column)\b/],
  ["slide", /\bon this slide\b(?! (?:in|into|to|toward|towards|down)\b)/],
];

/** The rules as they are asked. */
export const sightRules = phrases(RULES);

/** The first words of an English sentence that lean on sight; undefined when it can be followed with closed eyes. */
export const sightWords = (text: string): string | undefined => firstPhrase(text, sightRules);

/** One warning for each sentence that leans on sight, in decks in English. */
export const leansOnSight: SlideCheck = {
  name: "leans-on-sight",
  ofSlide: ({ narration }, _, { language }) => {
    if (!/^en(?:-|$)/i.test(language)) return [];
    return firstPhrases(narration, sightRules).map(({ words, at }) =>
      warning("leans-on-sight", at, `"${words}" leans on sight: who does not see the slide is lost here`, {
        hint: 'name what is meant, so that it can be followed with closed eyes: "the railway from Moscow to Pyongyang"',
      }),
    );
  },
};
