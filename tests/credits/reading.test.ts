import { describe, expect, test } from "vitest";
import { check } from "../../scripts/checks/index.ts";
import { shorten } from "../../scripts/source/shorten.ts";
import { filesOf, parsed } from "../source/deck-of.ts";

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>';
const WAR = `## A telegram {#telegram aliases=old-telegram}

![Relief](media/relief.svg)

Narration:
For months Kim had asked.

---

## A parade {#parade .optional}

![Parade](media/photos/parade.svg)
`;
const FILES = {
  "01-war.md": WAR,
  "media/relief.svg": SVG,
  "media/photos/parade.svg": SVG,
  "media/photos/unused.svg": SVG,
};

/** The credits of a deck whose `deck.yaml` has these. */
async function creditsOf(credits: string, others: Readonly<Record<string, string>> = {}) {
  const texts = { ...FILES, ...others, "deck.yaml": `title: A deck\ncredits:\n${credits}` };
  const { deck, problems } = await parsed(texts);
  expect(problems).toEqual([]);
  return {
    deck,
    credits: deck.meta.credits,
    missing: check(deck, filesOf(texts))
      .filter(({ code }) => code === "missing-credit")
      .map(({ message }) => message),
  };
}

describe("what a credit is about", () => {
  test("is a file, a folder, or whatever is named like it, as far as slides show it", async () => {
    const { credits } = await creditsOf(`
  - { title: One, files: [media/relief.svg] }
  - { title: Folder, files: [media/photos] }
  - { title: The same with a slash, files: [./media/photos/] }
  - { title: Everything, files: ["media/*"] }
  - { title: Named alike, files: ["media/*l*f.svg"] }
`);
    expect(credits.map(({ title, files }) => [title, files])).toEqual([
      ["One", ["media/relief.svg"]],
      ["Folder", ["media/photos/parade.svg"]],
      ["The same with a slash", ["media/photos/parade.svg"]],
      ["Everything", ["media/photos/parade.svg", "media/relief.svg"]],
      ["Named alike", ["media/relief.svg"]],
    ]);
  });

  test("is a slide, by every name that it has", async () => {
    const { credits } = await creditsOf(
      "  - { title: A lecture, slides: [telegram, war/old-telegram, war/parade] }\n",
    );
    expect(credits).toEqual([{ title: "A lecture", slides: ["war/telegram", "war/parade"] }]);
  });

  test("is the whole lecture without either; nothing that no slide shows is owed", async () => {
    const { credits } = await creditsOf(`
  - { title: An essay }
  - { title: Not shown, files: [media/photos/unused.svg] }
`);
    expect(credits).toEqual([{ title: "An essay" }]);
  });

  test("may be the recordings of a slide that is spoken, and those that stayed with their speaker are not owed", async () => {
    const credit = "  - { title: Ada speaks, files: [recordings] }\n";
    const there = await creditsOf(credit, {
      "recordings/war/telegram.wav": "",
      "recordings/war/parade.wav": "",
    });
    expect(there.credits).toEqual([{ title: "Ada speaks", files: ["recordings/war/telegram.wav"] }]);
    expect((await creditsOf(credit)).credits).toEqual([]);
  });

  test("takes no longer with a hostile name", async () => {
    const hostile = `${"*a".repeat(20_000)}b`;
    const texts = {
      ...FILES,
      "deck.yaml": `title: A\ncredits: [{ title: A, files: ["${hostile}"] }]\n`,
      [`${"a".repeat(200)}.txt`]: "",
    };
    const { problems } = await parsed(texts);
    expect(problems.map(({ code }) => code)).toEqual(["missing-file"]);
  });
});

describe("a credit beside its file", () => {
  test("counts for that file, alone or in a list", async () => {
    const { credits } = await creditsOf("  - title: An essay\n", {
      "media/relief.svg.credit.yaml": "title: Relief\nauthor: T. Patterson\nlicense: CC0-1.0\n",
      "media/photos/parade.svg.credit.yaml": "- title: Parade\n- { title: Retouching, author: B. Vos }\n",
      "media/photos/unused.svg.credit.yaml": "title: Unused\n",
    });
    expect(credits).toEqual([
      { title: "An essay" },
      { title: "Parade", files: ["media/photos/parade.svg"] },
      { title: "Retouching", author: "B. Vos", files: ["media/photos/parade.svg"] },
      { title: "Relief", author: "T. Patterson", license: "CC0-1.0", files: ["media/relief.svg"] },
    ]);
  });

  test("that says the same as another is one credit with it", async () => {
    const set = "title: A set of drawings\nauthor: T. Patterson\n";
    const { credits } = await creditsOf(
      "  - { title: A set of drawings, author: T. Patterson, slides: [parade] }\n",
      {
        "media/relief.svg.credit.yaml": set,
        "media/photos/parade.svg.credit.yaml": set,
      },
    );
    expect(credits).toEqual([
      {
        title: "A set of drawings",
        author: "T. Patterson",
        files: ["media/photos/parade.svg", "media/relief.svg"],
        slides: ["war/parade"],
      },
    ]);
  });
});

test("a short lecture owes nothing for what it leaves out", async () => {
  const { deck } = await creditsOf(`
  - { title: Drawings, files: [media] }
  - { title: Parade, files: [media/photos] }
  - { title: A lecture, slides: [parade] }
  - { title: An essay }
`);
  expect(shorten(deck).deck?.meta.credits).toEqual([
    { title: "Drawings", files: ["media/relief.svg"] },
    { title: "An essay" },
  ]);
});

test("every picture needs a credit, whichever way it is given", async () => {
  expect((await creditsOf("  - title: An essay\n")).missing).toEqual([
    "no credit names media/relief.svg",
    "no credit names media/photos/parade.svg",
  ]);
  const beside = { "media/relief.svg.credit.yaml": "title: Relief\n" };
  expect((await creditsOf("  - { title: Photos, files: [media/photos] }\n", beside)).missing).toEqual([]);
});

test("films, sounds and backgrounds need one too; a map from data does not", async () => {
  const texts = {
    "deck.yaml": "title: A deck\n",
    "01-war.md": `## One {data-background-image=wall.jpg}

![A film](march.mp4)

---

## Two

\`\`\`map {#korea}
extent: [120, 30, 135, 45]
\`\`\`
`,
    "wall.jpg": "",
    "march.mp4": "",
  };
  const { deck } = await parsed(texts);
  const found = check(deck, filesOf(texts)).filter(({ code }) => code === "missing-credit");
  expect(found.map(({ line, column, message }) => [line, column, message])).toEqual([
    [1, 31, "no credit names wall.jpg"],
    [3, 11, "no credit names march.mp4"],
  ]);
});
