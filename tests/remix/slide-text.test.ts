/** What a slide names, found wherever Markdown, HTML and settings write it, and written anew under another name. */
import { describe, expect, test } from "vitest";
import { accountIn, filesIn, renamed, sourcesIn } from "../../scripts/remix/slide-text.ts";

const paths = new Set([
  "media/relief.svg",
  "media/a map (1).png",
  "media/harvest.mp4",
  "media/back.jpg",
  "field.png",
  "LICENSE",
  "deck.yaml",
  "01-famine.md",
]);

const SLIDE = `## Harvest {#harvest account=record data-background-image=media/back.jpg}

![Relief](media/relief.svg "The relief")
![Map](<media/a map (1).png>)
![Map](media/a%20map%20(1).png)

<video src="./media/harvest.mp4"></video> and [its terms](LICENSE), see deck.yaml and 01-famine.md [@lankov, p. 3; @fao-1995].

![Field][field]

Narration:
Look. [focus relief/coast] There is no media/nothing.png [@lankov].

[field]: field.png
`;

describe("a slide's text", () => {
  test("names files of its deck, wherever addresses stand", () => {
    expect(filesIn(SLIDE, paths)).toEqual([
      "media/relief.svg",
      "media/a map (1).png",
      "media/harvest.mp4",
      "media/back.jpg",
      "field.png",
      "LICENSE",
    ]);
  });
  test("cites sources and gives an account", () => {
    expect([sourcesIn(SLIDE), accountIn(SLIDE)]).toEqual([["lankov", "fao-1995"], "record"]);
    expect(accountIn('<!-- .slide: account="debated" -->\n# One')).toBe("debated");
    expect(accountIn("# One\n\nThe account=record of it.")).toBeUndefined();
  });
  test("is rewritten under new names", () => {
    const names = {
      files: new Map([
        ["media/relief.svg", "media/korea/relief.svg"],
        ["media/a map (1).png", "media/korea/a map (1).png"],
        ["media/harvest.mp4", "media/korea/harvest.mp4"],
        ["field.png", "media/field.png"],
      ]),
      sources: new Map([["lankov", "lankov-korea"]]),
      accounts: new Map([["record", "record-korea"]]),
    };
    expect(renamed(SLIDE, names))
      .toBe(`## Harvest {#harvest account=record-korea data-background-image=media/back.jpg}

![Relief](media/korea/relief.svg "The relief")
![Map](<media/korea/a map (1).png>)
![Map](media/korea/a%20map%20(1).png)

<video src="media/korea/harvest.mp4"></video> and [its terms](LICENSE), see deck.yaml and 01-famine.md [@lankov-korea, p. 3; @fao-1995].

![Field][field]

Narration:
Look. [focus relief/coast] There is no media/nothing.png [@lankov-korea].

[field]: media/field.png
`);
  });
  test("stays as it is when nothing has a new name", () => {
    expect(renamed(SLIDE, { files: new Map(), sources: new Map(), accounts: new Map() })).toBe(SLIDE);
  });
});
