import { describe, expect, it } from "vitest";
import type { Deck, Reference } from "../../scripts/model.ts";
import { bibliographyOf, writeReference } from "../../scripts/source/bibliography.ts";

const issued = (...parts: number[]) => ({ "date-parts": [parts] });
const byWestad = { author: [{ family: "Westad", given: "Odd Arne" }] };

/** name | item | bibliography | note | short note */
const CASES: readonly [string, Omit<Reference, "id">, string, string, string][] = [
  [
    "a book",
    {
      type: "book",
      ...byWestad,
      title: "The Cold War: A World History",
      publisher: "Basic Books",
      "publisher-place": "New York",
      issued: issued(2017),
    },
    "Westad, Odd Arne. <em>The Cold War: A World History</em>. Basic Books, 2017.",
    "Odd Arne Westad, <em>The Cold War: A World History</em> (Basic Books, 2017).",
    "Westad, <em>Cold War</em>.",
  ],
  [
    "a book of two authors, edited again, with a DOI",
    {
      type: "book",
      author: [
        { family: "Berend", given: "Ivan T." },
        { family: "Ránki", given: "György" },
      ],
      title: "Economic Development",
      edition: 2,
      publisher: "A & B Press",
      issued: issued(1974),
      DOI: "10.1000/xyz",
    },
    'Berend, Ivan T., and György Ránki. <em>Economic Development</em>. 2nd ed. A &amp; B Press, 1974. <a href="https://doi.org/10.1000/xyz">https://doi.org/10.1000/xyz</a>.',
    'Ivan T. Berend and György Ránki, <em>Economic Development</em>, 2nd ed. (A &amp; B Press, 1974), <a href="https://doi.org/10.1000/xyz">https://doi.org/10.1000/xyz</a>.',
    "Berend and Ránki, <em>Economic Development</em>.",
  ],
  [
    "an edited collection",
    {
      type: "book",
      editor: [
        { family: "Leffler", given: "Melvyn P." },
        { family: "Westad", given: "Odd Arne" },
      ],
      title: "Origins",
      volume: "1",
      publisher: "Cambridge",
      issued: issued(2010),
    },
    "Leffler, Melvyn P., and Odd Arne Westad, eds. <em>Origins</em>. Vol. 1. Cambridge, 2010.",
    "Melvyn P. Leffler and Odd Arne Westad, eds., <em>Origins</em>, vol. 1 (Cambridge, 2010).",
    "Leffler and Westad, <em>Origins</em>.",
  ],
  [
    "a chapter",
    {
      type: "chapter",
      ...byWestad,
      title: "The “Thaw” and After",
      "container-title": "A Companion",
      editor: [{ family: "Roe", given: "Ann" }],
      publisher: "Press",
      issued: issued(1999),
      page: "10-20",
    },
    "Westad, Odd Arne. “The ‘Thaw’ and After.” In <em>A Companion</em>, edited by Ann Roe. Press, 1999.",
    "Odd Arne Westad, “The ‘Thaw’ and After,” in <em>A Companion</em>, ed. Ann Roe (Press, 1999).",
    "Westad, “‘Thaw’ and After.”",
  ],
  [
    "a journal article with a season",
    {
      type: "article-journal",
      ...byWestad,
      title: "Who Won?",
      "container-title": "Journal",
      volume: 22,
      issue: 1,
      issued: { ...issued(2002), season: 1 },
      page: "12-34",
    },
    "Westad, Odd Arne. “Who Won?” <em>Journal</em> 22, no. 1 (Spring 2002): 12–34.",
    "Odd Arne Westad, “Who Won?,” <em>Journal</em> 22, no. 1 (Spring 2002).",
    "Westad, “Who Won?”",
  ],
  [
    "a newspaper article without an author",
    {
      type: "article-newspaper",
      title: "Talks Begin",
      "container-title": "The Times",
      issued: issued(1961, 7, 6),
    },
    "“Talks Begin.” <em>The Times</em>, July 6, 1961.",
    "“Talks Begin,” <em>The Times</em>, July 6, 1961.",
    "“Talks Begin.”",
  ],
  [
    "a web page without a date",
    {
      type: "webpage",
      author: [{ literal: "Wilson Center" }],
      title: "Digital Archive",
      "container-title": "Site",
      URL: "https://example.org/a?b=1&c=2",
      accessed: issued(2026, 1, 2),
    },
    'Wilson Center. “Digital Archive.” Site. Accessed January 2, 2026. <a href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a>.',
    'Wilson Center, “Digital Archive,” Site, accessed January 2, 2026, <a href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a>.',
    "Wilson Center, “Digital Archive.”",
  ],
  [
    "a working paper",
    {
      type: "report",
      ...byWestad,
      title: "Help from Outside",
      "collection-title": "Working Paper",
      number: 52,
      publisher: "Wilson Center",
      issued: issued(2006),
    },
    "Westad, Odd Arne. <em>Help from Outside</em>. Working Paper 52. Wilson Center, 2006.",
    "Odd Arne Westad, <em>Help from Outside</em>, Working Paper 52 (Wilson Center, 2006).",
    "Westad, <em>Help from Outside</em>.",
  ],
  [
    "a broadcast",
    {
      type: "broadcast",
      title: "Interview",
      "container-title": "The Unfinished War",
      publisher: "Radio",
      issued: issued(2003, 7),
    },
    "“Interview.” <em>The Unfinished War</em>. Radio, July 2003.",
    "“Interview,” <em>The Unfinished War</em>, Radio, July 2003.",
    "“Interview.”",
  ],
  [
    "a document in an archive",
    {
      type: "manuscript",
      title: "Telegram to Pyongyang",
      issued: issued(1950, 1, 30),
      archive_location: "f. 45, op. 1",
      archive: "Archive of the President",
      "archive-place": "Moscow",
    },
    "Telegram to Pyongyang. January 30, 1950, f. 45, op. 1, Archive of the President, Moscow.",
    "Telegram to Pyongyang, January 30, 1950, f. 45, op. 1, Archive of the President, Moscow.",
    "Telegram to Pyongyang.",
  ],
  [
    "a photograph",
    {
      type: "graphic",
      author: [{ literal: "Associated Press" }],
      title: "A Parade",
      genre: "Photograph",
      issued: issued(1947, 7, 23),
      archive: "AP Images",
    },
    "Associated Press. <em>A Parade</em>. July 23, 1947. Photograph. AP Images.",
    "Associated Press, <em>A Parade</em>, July 23, 1947, photograph, AP Images.",
    "Associated Press, <em>Parade</em>.",
  ],
  [
    "three authors, a particle, a circa date and an address that nobody may click",
    {
      type: "book",
      author: [
        { family: "Gogh", given: "A", "non-dropping-particle": "van" },
        { family: "B", given: "B" },
        { family: "C", given: "C" },
      ],
      title: "<b>Letters</b>",
      issued: { ...issued(1890), circa: true },
      URL: "javascript:alert(1)",
    },
    "van Gogh, A, B B, and C C. <em>&lt;b&gt;Letters&lt;/b&gt;</em>. ca. 1890. javascript:alert(1).",
    "A van Gogh et al., <em>&lt;b&gt;Letters&lt;/b&gt;</em> (ca. 1890), javascript:alert(1).",
    "van Gogh et al., <em>&lt;b&gt;Letters&lt;/b&gt;</em>.",
  ],
];

describe("Chicago notes and bibliography", () => {
  it.each(CASES)("%s", (_name, item, bibliographyHtml, noteHtml, shortHtml) => {
    expect(writeReference({ id: "key", ...item } as Reference)).toEqual({
      key: "key",
      bibliographyHtml,
      noteHtml,
      shortHtml,
    });
  });
});

/** A deck that cites these keys. */
function deckCiting(keys: readonly string[], references: readonly Reference[]): Deck {
  const at = { file: "01-a.md", line: 5, column: 3 };
  const citations = keys.map((key) => ({ key, at }));
  return { references, eras: [{ slides: [{ citations }] }] } as unknown as Deck;
}

describe("the bibliography of a deck", () => {
  const source = (id: string, family: string, title: string): Reference => ({
    id,
    type: "book",
    title,
    author: [{ family }],
  });

  it("holds what is cited, once, by name and then title without its article", () => {
    const references = [
      source("z", "Żak", "B"),
      source("b", "Lankov", "The Zebra"),
      source("a", "Lankov", "An Apple"),
      source("unused", "A", "A"),
    ];
    expect(bibliographyOf(deckCiting(["z", "b", "a", "b"], references)).entries.map((e) => e.key)).toEqual([
      "a",
      "b",
      "z",
    ]);
  });

  it("says which source is of a kind that it cannot write", () => {
    const { entries, problems } = bibliographyOf(
      deckCiting(["p"], [{ id: "p", type: "patent", title: "A Wheel" }]),
    );
    expect(entries).toEqual([]);
    expect(problems).toEqual([
      expect.objectContaining({ code: "unknown-source-type", severity: "error", line: 5, column: 3 }),
    ]);
  });
});
