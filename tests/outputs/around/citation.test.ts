import { describe, expect, test } from "vitest";
import { citationTags, lectureCitation } from "../../../scripts/outputs/handout/around/citation.ts";
import { makeMeta } from "../../model.ts";

const meta = makeMeta({
  title: "Worn-out Shoes",
  subtitle: "Moscow and Pyongyang",
  authors: [{ name: "Ada Lim" }, { name: "Kim Yong-ho" }, { name: "The Lanternist project" }],
  date: "2026-11-23",
  version: "1.0",
  identifier: "doi:10.5281/zenodo.1234567",
  url: "https://example.org/shoes",
  language: "en-GB",
});

describe("how to cite the lecture", () => {
  test("in a bibliography and in a note, by its DOI", () => {
    const { bibliographyHtml, noteHtml } = lectureCitation(meta);
    const link =
      '<a href="https://doi.org/10.5281/zenodo.1234567">https://doi.org/10.5281/zenodo.1234567</a>.';
    expect(bibliographyHtml).toBe(
      `Lim, Ada, Kim Yong-ho, and The Lanternist project. “Worn-out Shoes: Moscow and Pyongyang.” Narrated lecture, version 1.0. November 23, 2026. ${link}`,
    );
    expect(noteHtml).toBe(
      `Ada Lim et al., “Worn-out Shoes: Moscow and Pyongyang,” narrated lecture, version 1.0, November 23, 2026, ${link}`,
    );
  });

  test("by its address where it has no DOI, and with a subtitle of its own in the title", () => {
    const { title, url } = { title: "Shoes: A History", url: "https://example.org/" };
    const cited = lectureCitation(makeMeta({ title, subtitle: "With pictures", url, date: "2026" }));
    expect(cited.bibliographyHtml).toBe(
      '“Shoes: A History.” Narrated lecture. 2026. <a href="https://example.org/">https://example.org/</a>.',
    );
  });

  test("says that there is no date rather than nothing", () => {
    expect(lectureCitation(makeMeta({ title: "Shoes", date: "1994/.." })).noteHtml).toBe(
      "“Shoes,” narrated lecture, n.d.",
    );
  });
});

describe("the tags for Zotero and Google Scholar", () => {
  test("have one author each, whole addresses, and the date as Google Scholar reads it", () => {
    expect(
      citationTags(meta, ["armistice", "Yalu"]).map(({ name, content }) => `${name}=${content}`),
    ).toEqual([
      "z:itemType=presentation",
      "citation_title=Worn-out Shoes: Moscow and Pyongyang",
      "citation_author=Ada Lim",
      "citation_author=Kim Yong-ho",
      "citation_author=The Lanternist project",
      "citation_publication_date=2026/11/23",
      "citation_language=en-GB",
      "citation_doi=10.5281/zenodo.1234567",
      "citation_public_url=https://example.org/shoes",
      "citation_pdf_url=https://example.org/shoes/handout.pdf",
      "citation_keywords=armistice",
      "citation_keywords=Yalu",
    ]);
  });

  test("leave out what the deck does not say", () => {
    expect(
      citationTags(makeMeta({ title: "Shoes", date: "2026-11" })).map(
        ({ name, content }) => `${name}=${content}`,
      ),
    ).toEqual([
      "z:itemType=presentation",
      "citation_title=Shoes",
      "citation_publication_date=2026/11",
      "citation_language=en",
    ]);
    expect(citationTags(makeMeta({ url: "https://example.org/a/index.html" })).at(-1)?.content).toBe(
      "https://example.org/a/handout.pdf",
    );
  });
});
