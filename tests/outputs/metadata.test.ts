import { expect, test } from "vitest";
import { lectureMetadata } from "../../scripts/outputs/metadata.ts";
import { makeLecture } from "../model.ts";

test("a lecture says who made it, under which licence, and what it is based on", () => {
  const lecture = makeLecture([], {
    meta: {
      title: "Borrowed slides",
      subtitle: "A lecture",
      language: "en-GB",
      authors: [{ name: "Ada Lim", orcid: "0000-0002-1825-0097" }, { name: "The Korea group" }],
      date: "2026-11-20",
      version: "1.2",
      license: "CC-BY-SA-4.0",
      identifier: "doi:10.5281/zenodo.1234567",
      url: "https://example.org/borrowed/",
    },
    credits: [
      {
        kind: "slides",
        title: "Korea",
        author: "Mina Park",
        source: "https://example.org/korea/",
        license: "CC-BY-4.0",
        slides: ["war/one"],
      },
      {
        kind: "pictures",
        title: "Parade",
        license: "LicenseRef-all-rights-reserved",
        basis: "quotation",
        note: "Discussed.",
      },
      { kind: "pictures", title: "Relief", license: "CC0-1.0 OR MIT" },
      { kind: "fonts", title: "Source Serif 4", license: "OFL-1.1" },
    ],
  });
  expect(lectureMetadata(lecture)).toEqual({
    "@context": "https://schema.org",
    "@type": "LearningResource",
    "@id": "https://example.org/borrowed/",
    url: "https://example.org/borrowed/",
    name: "Borrowed slides",
    alternativeHeadline: "A lecture",
    learningResourceType: "lecture",
    inLanguage: "en-GB",
    author: [
      { "@type": "Person", "@id": "https://orcid.org/0000-0002-1825-0097", name: "Ada Lim" },
      { name: "The Korea group" },
    ],
    datePublished: "2026-11-20",
    version: "1.2",
    identifier: "https://doi.org/10.5281/zenodo.1234567",
    license: "https://creativecommons.org/licenses/by-sa/4.0/",
    isBasedOn: {
      "@type": "CreativeWork",
      name: "Korea",
      author: { name: "Mina Park" },
      url: "https://example.org/korea/",
      license: "https://creativecommons.org/licenses/by/4.0/",
    },
    hasPart: [
      {
        "@type": "CreativeWork",
        name: "Parade",
        copyrightNotice:
          "A quotation, on the responsibility of Ada Lim, The Korea group; not passed on: Discussed.",
      },
      {
        "@type": "CreativeWork",
        name: "Relief",
        license: ["https://creativecommons.org/publicdomain/zero/1.0/", "https://opensource.org/license/mit"],
      },
    ],
  });
});

test("nothing is said that the deck does not say, and no date that is no day, month or year", () => {
  expect(lectureMetadata(makeLecture([], { meta: { date: "1950/1953" } }))).toEqual({
    "@context": "https://schema.org",
    "@type": "LearningResource",
    name: "A lecture",
    learningResourceType: "lecture",
    inLanguage: "en",
  });
});
