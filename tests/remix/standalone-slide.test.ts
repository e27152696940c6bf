import { describe, expect, test } from "vitest";
import { piecesOf } from "../../scripts/remix/era-pieces.ts";
import { slideRevision } from "../../scripts/remix/slide-revision.ts";
import { standaloneSlide } from "../../scripts/remix/standalone-slide.ts";

const ERA = `---
title: Famine
---

## Flood {#flood}

It rained [in July][fao].[^1]

Narration:
It rained.

---

## Harvest {#harvest}

Little grain.[^2]

Note:
Ask them.

[^1]: As [the FAO][fao] said.
[^2]: See the [^3] table.
[^3]: Of 1995.

[fao]: https://example.org/fao
[unused]: https://example.org/unused
`;

const slide = (text: string, index: number): string => {
  const file = { path: "01-famine.md", sizeBytes: 0, bytes: new TextEncoder().encode(text) };
  const { slides, definitions } = piecesOf(file, (place) => place, true);
  const pieces = slides[index];
  return pieces === undefined ? "" : standaloneSlide({ pieces, definitions });
};

describe("a slide that stands alone", () => {
  test("brings the definitions that it uses, wherever in the file they stood", () => {
    expect(slide(ERA, 0)).toBe(`## Flood {#flood}

It rained [in July][fao].[^1]

Narration:
It rained.

[^1]: As [the FAO][fao] said.

[fao]: https://example.org/fao`);
  });
  test("leaves those of other slides, and brings those that its own definitions use", () => {
    expect(slide(ERA, 1)).toBe(`## Harvest {#harvest}

Little grain.[^2]

Note:
Ask them.

[^2]: See the [^3] table.

[^3]: Of 1995.`);
  });
});

describe("a revision", () => {
  const revision = (text: string, parts: Readonly<Record<string, string>> = {}): string =>
    slideRevision({ text: slide(text, 1), parts });
  test("is the same for other line ends, other slides and empty lines at the end", () => {
    expect(revision(ERA)).toMatch(/^[0-9a-f]{32}$/);
    expect(revision(ERA.replaceAll("\n", "\r\n"))).toBe(revision(ERA));
    expect(revision(ERA.replace("It rained", "It poured"))).toBe(revision(ERA));
    expect(revision(`${ERA}\n\n`)).toBe(revision(ERA));
  });
  test("is another one when its words, a definition or a picture changed", () => {
    const all = [
      revision(ERA),
      revision(ERA.replace("Little", "No")),
      revision(ERA.replace("Of 1995", "Of 1996")),
      revision(ERA, { "media/a.png": "1" }),
      revision(ERA, { "media/a.png": "2" }),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});
