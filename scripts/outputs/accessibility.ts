/** `accessibility.html`: what was tested of the lecture's pages, what is known not to work, and whom to write to. */
import { template } from "../../templates/handout/accessibility.hbs";
import { escapeHtml } from "../escape.ts";
import type { Lecture } from "../model.ts";
import { accessibilityTexts, type Claim } from "./accessibility/texts.ts";
import type { Made, Output } from "./index.ts";
import { contactOf } from "./site/page.ts";
import type { Tools } from "./tools.ts";

/** The page; needs `assets` and `read`, whose styles it has. */
export const accessibility: Output = { name: "accessibility", make };

// oxlint-disable-next-line typescript/require-await -- an output may have to wait; this one need not
async function make(lecture: Lecture, tools: Tools): Promise<Made> {
  return { files: [{ path: "accessibility.html", text: accessibilityPage(lecture, tools) }], problems: [] };
}

/**
 * The page's HTML.
 * @param tools tell whether the deck has styles of its own, which nobody tested
 */
export function accessibilityPage(
  { deck: { meta }, sounds, timeline, voice }: Lecture,
  { deckStyles }: Pick<Tools, "deckStyles">,
): string {
  const t = accessibilityTexts(meta.language);
  const hasSound = sounds.length > 0;
  const hasDescriptions = timeline.slides.some(({ description }) => description !== undefined);
  const ownStyles = deckStyles !== undefined;
  const when = (applies: boolean, text: string): string[] => (applies ? [text] : []);
  const { claims, limit, way } = t;
  const applies = new Map<string, boolean>([
    ["contrast", !ownStyles],
    ["captions", hasSound],
    ["descriptions", hasDescriptions],
  ] satisfies [Claim, boolean][]);
  return template({
    t,
    lectureLanguage: meta.language,
    lectureTitle: meta.title,
    ofHtml: escapeHtml(t.of).replace(
      "{title}",
      () => `<span lang="${escapeHtml(meta.language)}">${escapeHtml(meta.title)}</span>`,
    ),
    ways: [
      ...when(hasSound, way.sound),
      way.captions,
      ...when(hasDescriptions, way.descriptions),
      way.keyboard,
      way.text,
      way.paper,
    ],
    claims: Object.entries(claims)
      .filter(([claim]) => applies.get(claim) ?? true)
      .map(([, words]) => words),
    limits: [
      limit.people,
      limit.browsers,
      limit.author,
      ...when(hasSound && voice.synthetic, limit.voice),
      ...when(!hasSound, limit.silent),
      limit.signs,
      limit.pdf,
      ...when(ownStyles, limit.styles),
    ],
    contactHtml: contactLine(t.writeTo, t.nobody, meta.contact),
  });
}

/** A link where the contact is an address; other words stay words. */
function contactLine(writeTo: string, nobody: string, contact: string | undefined): string {
  if (contact === undefined) return escapeHtml(nobody);
  const known = contactOf(contact).contact;
  const shown = escapeHtml(contact);
  const href = known?.kind === "mail" ? `mailto:${shown}` : known?.kind === "web" ? shown : undefined;
  const link = href === undefined ? shown : `<a href="${href}">${shown}</a>`;
  return escapeHtml(writeTo).replace("{contact}", () => link);
}
