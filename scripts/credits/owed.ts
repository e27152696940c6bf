/** All that a lecture owes: the author's credits, and those for what the program brings to it. Pure. */
import type { Credit, CreditKind, Lecture, LectureCredit } from "../model.ts";
import { neededFamilies } from "../render/faces.ts";
import type { FontFamily } from "../render/fonts.ts";
import { creditWords } from "./words.ts";

/** What is looked at: the slides, and who speaks. */
export type Owing = Pick<Lecture, "deck" | "bibliography" | "voice">;

/** In the order in which they are shown. */
export const CREDIT_KINDS: readonly CreditKind[] = ["works", "slides", "pictures", "data", "fonts", "voices"];

const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg|mp4|webm|ogv|m4v)$/i;
const SOUND = /\.(?:mp3|wav|ogg|oga|m4a|opus|flac)$/i;

/** What every map draws, as the package `world-atlas` has it. */
function naturalEarth(language: string): LectureCredit {
  const { coastlines, projected } = creditWords(language);
  return {
    title: coastlines,
    author: "Natural Earth",
    source: "https://www.naturalearthdata.com",
    license: "LicenseRef-public-domain",
    changes: projected,
    kind: "data",
  };
}

/**
 * The credits by kind, the author's before the program's. What the author credits by its address is not credited again.
 * @param families given by those who ask again and again and know what has not changed
 */
export function creditsOf({ deck, bibliography, voice }: Owing, families = neededFamilies): LectureCredit[] {
  const isSilent = voice.adapter === "silent";
  const own = deck.meta.credits
    .filter((credit) => !(isSilent && isAboutRecordings(credit)))
    .map((credit): LectureCredit => Object.assign({ kind: kindOf(credit) }, credit));
  const known = new Set(own.flatMap(({ source }) => (source === undefined ? [] : [addressOf(source)])));
  const program = [
    ...(showsMap(deck) ? [naturalEarth(deck.meta.language)] : []),
    ...fontCredits(families({ deck, bibliography, voice, credits: own })),
    ...(isSilent ? [] : voiceCredits(voice, own)),
  ].filter(({ source }) => source === undefined || !known.has(addressOf(source)));
  const all = [...own, ...program];
  return CREDIT_KINDS.flatMap((kind) => all.filter((credit) => credit.kind === kind));
}

/** What a credit is about, by the files that it names. */
function kindOf({ files, slides }: Credit): CreditKind {
  if (slides !== undefined) return "slides";
  if (files === undefined) return "works";
  if (files.some((path) => PICTURE.test(path))) return "pictures";
  return files.some((path) => SOUND.test(path)) ? "voices" : "data";
}

const isAboutRecordings = ({ files, slides }: Credit): boolean =>
  slides === undefined && files !== undefined && files.every((path) => path.startsWith("recordings/"));

/** Two spellings of one address are equal in this form. */
const addressOf = (source: string): string =>
  source
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, "")
    .replace(/\/$/, "");

const showsMap = ({ eras }: Owing["deck"]): boolean =>
  eras.some(({ slides }) =>
    slides.some(({ slots }) => Object.values(slots).some((html) => html.includes('class="block block-map'))),
  );

const fontCredits = (families: readonly FontFamily[]): LectureCredit[] =>
  families.map(({ name, author, source }) => ({
    title: name,
    author,
    source,
    license: "OFL-1.1",
    kind: "fonts",
  }));

/** Who speaks. A voice that a person lent to the whole lecture may have a credit of the author's. */
function voiceCredits(
  { title, synthetic, credit, adapter }: Owing["voice"],
  own: readonly LectureCredit[],
): LectureCredit[] {
  const mark = { kind: "voices" as const, ...(synthetic && { synthetic: true as const }) };
  if (credit !== undefined && title.startsWith(credit.title)) return [{ ...credit, title, ...mark }];
  const named = own.some(
    (one) => one.title === title || (adapter === "recordings" && isAboutRecordings(one)),
  );
  // A person's recordings with pictures described by a voice: that one is owed a credit of its own.
  return [
    ...(credit === undefined ? [] : [{ ...credit, kind: "voices" as const, synthetic: true as const }]),
    ...(named ? [] : [{ title, ...mark }]),
  ];
}
