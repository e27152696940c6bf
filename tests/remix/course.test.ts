/** What a course can say, each with the slides that come of it. */
import { describe, expect, test } from "vitest";
import type { Deck, Slide } from "../../scripts/model.ts";
import { filesOf } from "../source/deck-of.ts";
import { courseOf, DECK, type CourseOf } from "./course-of.ts";

const home = filesOf(DECK);
const slides = (deck: Deck | undefined): readonly Slide[] => deck?.eras.flatMap((era) => era.slides) ?? [];
const ids = ({ deck }: CourseOf): string[] => slides(deck).map(({ fullId }) => fullId);
const codes = ({ problems }: CourseOf): string[] =>
  problems.map(({ file, line, code }) => `${file}:${line} ${code}`);
const said = (slide: Slide | undefined): string => slide?.narration.map(({ text }) => text).join(" ") ?? "";
const course = (entries: string, rest = ""): string => `title: A course\n${rest}slides:\n${entries}`;

describe("which slides, in which order", () => {
  test("whole eras, in another order, keep their front matter", async () => {
    const made = await courseOf(home, course("  - use: peace\n  - use: war\n"));
    expect(made.problems).toEqual([]);
    expect(made.deck?.eras.map(({ id, title, number }) => [id, title, number])).toEqual([
      ["peace", "Peace", 1],
      ["war", "War", 2],
    ]);
    expect(ids(made)).toEqual(["peace/bread", "peace/salt", "war/stone", "war/iron"]);
    expect(made.deck?.eras[1]?.span).toBe("1950/1953");
  });

  test("keys beside a whole era replace its own", async () => {
    const made = await courseOf(
      home,
      course("  - use: war\n    title: The fighting\n    questions: [Why?]\n"),
    );
    expect(made.deck?.eras[0]).toMatchObject({
      id: "war",
      title: "The fighting",
      span: "1950/1953",
      questions: ["Why?"],
    });
  });

  test("single slides stand under the era that they come from", async () => {
    const made = await courseOf(
      home,
      course("  - use: peace/salt\n  - use: war/iron\n  - use: peace/bread\n"),
    );
    expect(ids(made)).toEqual(["peace/salt", "war/iron", "peace-2/bread"]);
    expect(made.deck?.eras.map(({ title }) => title)).toEqual(["Peace", "War", "Peace"]);
    // Links to where it stood still work.
    expect(slides(made.deck)[2]?.aliases).toEqual(["peace/bread"]);
  });

  test("minutes that are planned for a whole era are none for a part of it", async () => {
    const files = filesOf({
      ...DECK,
      "01-war.md": (DECK["01-war.md"] ?? "").replace("title: War", "title: War\nminutes: 9"),
    });
    const minutes = async (entry: string) => (await courseOf(files, course(entry))).deck?.eras[0]?.minutes;
    expect(await minutes("  - use: war\n")).toBe(9);
    expect(await minutes("  - use: war/stone..war/iron\n")).toBeUndefined();
  });

  test("of a whole era only some slides, in an order of one's own", async () => {
    const made = await courseOf(
      home,
      course("  - era: Own\n  - use: peace/salt\n  - use: war\n    only: [iron, stone]\n    title: Bits\n"),
    );
    expect(ids(made)).toEqual(["own/salt", "war/iron", "war/stone"]);
    expect(made.deck?.eras[1]).toMatchObject({ title: "Bits", span: "1950/1953" });
    const wrong = await courseOf(home, course("  - use: war\n    only: [iorn]\n"));
    expect(wrong.problems[0]).toMatchObject({
      code: "unknown-slide",
      line: 4,
      column: 12,
      hint: 'did you mean "iron"?',
    });
  });

  test("an era that is opened without slides takes those that follow, with their own words", async () => {
    const made = await courseOf(
      home,
      course("  - use: war\n    only: []\n  - use: war/iron\n    title: Cast\n"),
    );
    expect(slides(made.deck).map(({ fullId, title }) => [fullId, title])).toEqual([["war/iron", "Cast"]]);
  });

  test("a range may go over eras", async () => {
    expect(ids(await courseOf(home, course("  - use: war/iron..peace/bread\n")))).toEqual([
      "war/iron",
      "peace/bread",
    ]);
    expect(ids(await courseOf(home, course("  - use: war..peace\n")))).toHaveLength(4);
  });

  test("an era of the course's own takes what follows, up to the next", async () => {
    const made = await courseOf(
      home,
      course(
        "  - era: Whose word?\n    summary: How we know.\n    span: 1950/2024\n  - use: peace/salt\n  - use: war/stone\n  - use: peace\n",
      ),
    );
    expect(ids(made)).toEqual(["whose-word/salt", "whose-word/stone", "peace/bread", "peace/salt"]);
    expect(made.deck?.eras[0]).toMatchObject({
      title: "Whose word?",
      summary: "How we know.",
      span: "1950/2024",
    });
  });

  test("a slide is found by an old id, and by its part where that is unique", async () => {
    const files = filesOf({
      ...DECK,
      "01-war.md": (DECK["01-war.md"] ?? "").replace("{#iron}", "{#iron aliases=steel}"),
    });
    expect(ids(await courseOf(files, course("  - use: war/steel\n  - use: gone/bread\n")))).toEqual([
      "war/iron",
      "peace/bread",
    ]);
  });

  test("the same slide twice needs an id for the second, and has it", async () => {
    const twice = await courseOf(home, course("  - use: war/iron\n  - use: war/stone\n  - use: war/iron\n"));
    expect(codes(twice)).toContain("courses/course.yaml:5 duplicate-slide");
    const named = await courseOf(home, course("  - use: war\n  - use: war/iron\n    id: iron-again\n"));
    expect(named.problems).toEqual([]);
    expect(ids(named)).toEqual(["war/stone", "war/iron", "war/iron-again"]);
  });
});

describe("own words", () => {
  const one = async (keys: string, use = "war/stone"): Promise<Slide | undefined> => {
    const made = await courseOf(home, course(`  - use: ${use}\n${keys}`));
    expect(made.problems).toEqual([]);
    return slides(made.deck)[0];
  };

  test("a title", async () => {
    expect(await one("    title: A *hard* stone\n")).toMatchObject({
      fullId: "war/stone",
      title: "A hard stone",
      titleHtml: "A <em>hard</em> stone",
    });
  });

  test("a layout, minutes and an account", async () => {
    const made = await courseOf(
      home,
      course(
        "  - use: war/stone\n    layout: statement\n    minutes: 2\n    account: ours\n",
        "accounts: { ours: Our word }\n",
      ),
    );
    expect(slides(made.deck)[0]).toMatchObject({ layout: "statement", minutes: 2, account: "ours" });
  });

  test("narration with cues of its own", async () => {
    const slide = await one("    narration: |\n      Look. [click] One.\n\n      [click] Two.\n");
    expect(said(slide)).toBe("Look. One. Two.");
    expect(slide?.steps.map(({ when }) => when?.sentence)).toEqual([1, 2]);
    expect(slide?.narration[2]?.paragraph).toBe(1);
  });

  test("no narration, notes, or content at all", async () => {
    // An empty text takes what is there away.
    expect(said(await one('    narration: ""\n    steps: false\n'))).toBe("");
    expect((await one('    notes: ""\n'))?.notes).toBe("");
  });

  test("notes", async () => {
    expect((await one("    notes: Ask the class.\n"))?.notes).toContain("Ask the class.");
  });

  test("content instead of the slide's", async () => {
    const slide = await one("    content: |\n      - A\n      - B\n");
    expect(slide?.slots["main"]).toContain("B");
    expect(slide?.slots["main"]).not.toContain("One");
  });

  test("content after the slide's", async () => {
    const slide = await one("    append: Both lie still.\n");
    expect(slide?.slots["main"]).toMatch(/Two[^]*Both lie still\./);
  });

  test("no steps: all is there at once, and the words stay", async () => {
    const slide = await one("    steps: false\n");
    expect(slide).toMatchObject({ steps: [], waiting: [] });
    expect(said(slide)).toBe("A stone is laid. Another one follows.");
  });

  test("steps marked in any way are dropped", async () => {
    const files = filesOf({
      "deck.yaml": "title: A deck\n",
      "01-a.md":
        '## A {#a}\n\n- One {.step}\n- Two <!-- .element: class="fragment red" -->\n\nA [word]{.fade-up .big} more. {#p .step}\n\nNarration:\nSay [focus p] it [sic], \\[click] and [wait] go.\n',
    });
    const made = await courseOf(files, course("  - use: a\n    steps: false\n"));
    expect(made.problems).toEqual([]);
    const [slide] = slides(made.deck);
    expect(slide).toMatchObject({ steps: [], waiting: [] });
    expect(said(slide)).toBe("Say it [sic], [click] and go.");
    expect(slide?.narration[0]?.cues).toMatchObject([{ kind: "wait" }]);
    expect(slide?.slots["main"]).toContain('class="big"');
  });

  test("what is wrong in them is shown where it is written", async () => {
    const made = await courseOf(
      home,
      course(
        "  - use: war/stone\n    narration: |\n      Fine.\n      Here [focus nothing] it is.\n    title: T\n",
      ),
    );
    expect(made.problems[0]).toMatchObject({
      code: "unknown-target",
      file: "courses/course.yaml",
      line: 6,
      column: 12,
    });
  });
});

describe("what a file shares", () => {
  test("footnotes and links come along, and only those that are used", async () => {
    const made = await courseOf(home, course("  - use: peace/bread\n"));
    expect(made.problems).toEqual([]);
    expect(slides(made.deck)[0]?.footnotes.join("")).toContain(">Of the year.<");
    expect(made.text("01-peace.md")).not.toContain("example.org");
  });

  test("two footnotes with one label are two footnotes", async () => {
    const files = filesOf({
      ...DECK,
      "01-war.md":
        "## Iron {#iron}\n\nIron[^1] and `[^1]`, says [the book][b] and [b].\n\n[^1]: Of the mine, see [b].\n\n[b]: https://example.org/iron\n",
    });
    const made = await courseOf(files, course("  - era: Both\n  - use: peace/salt\n  - use: war/iron\n"));
    expect(made.problems).toEqual([]);
    const [salt, iron] = slides(made.deck);
    expect(salt?.footnotes.join("")).toContain(">Of the year.<");
    expect(iron?.footnotes.join("")).toMatch(/>Of the mine, see <a href="https:\/\/example\.org\/iron"/);
    expect(iron?.slots["main"]).toContain("<code>[^1]</code>");
    expect(iron?.slots["main"]?.match(/example\.org\/iron/g)).toHaveLength(2);
    expect(salt?.slots["main"]).toContain("example.org/salt");
  });

  test("links between slides lead to where the slides are now", async () => {
    const made = await courseOf(home, course("  - era: Both\n  - use: war/iron\n  - use: war/stone\n"));
    expect(made.problems).toEqual([]);
    expect(slides(made.deck)[0]?.slots["main"]).toContain('href="#/both/stone"');
  });

  test("a link to a slide that is not taken keeps its words, and that is said", async () => {
    const made = await courseOf(home, course("  - use: war/iron\n"));
    expect(made.problems).toMatchObject([{ severity: "warning", code: "link-left-out", line: 3 }]);
    expect(slides(made.deck)[0]?.slots["main"]).toBe("<p>See the first.</p>\n");
  });
});

describe("what belongs to slides", () => {
  test("recordings come along under the slide's new id, as long as the words are those that were read", async () => {
    const files = filesOf({
      ...DECK,
      "recordings/war/stone.wav": "sound",
      "recordings/war/stone.txt": "words",
      "recordings/war/iron.wav": "sound",
      "recordings/peace/bread.wav": "sound",
    });
    const made = await courseOf(
      files,
      course("  - era: Own\n  - use: war/stone\n  - use: war/iron\n    narration: Other words.\n"),
    );
    expect([...made.composed.placed.keys()].filter((path) => path.startsWith("recordings/"))).toEqual([
      "recordings/own/stone.wav",
      "recordings/own/stone.txt",
    ]);
    expect(made.composed.placed.get("recordings/own/stone.wav")?.path).toBe("recordings/war/stone.wav");
  });

  test("drawings come along", async () => {
    const stroke = { id: "l1", tool: "pen", ink: "red", width: 0.004, points: [0.1, 0.1, 0.4, 0.1] };
    const drawings = {
      format: "lanternist-drawings",
      version: 1,
      deck: "deck",
      slides: { "war/iron": [stroke], "peace/salt": [stroke] },
    };
    const files = filesOf({ ...DECK, "drawings.json": JSON.stringify(drawings) });
    const made = await courseOf(files, course("  - era: Own\n  - use: war/stone..war/iron\n"));
    expect(Object.keys(made.deck?.drawn ?? {})).toEqual(["own/iron"]);
  });

  test("marks such as .optional and private notes stay", async () => {
    const files = filesOf({
      ...DECK,
      "01-war.md": (DECK["01-war.md"] ?? "").replace("{#stone}", "{#stone .optional minutes=2}"),
    });
    const made = await courseOf(files, course("  - use: war/stone\n    title: Hard\n"));
    expect(slides(made.deck)[0]).toMatchObject({ title: "Hard", optional: true, minutes: 2 });
    expect(slides(made.deck)[0]?.notes).toContain("Think of stones.");
  });
});

describe("slides of the course's own", () => {
  const own = (text: string, more = {}) => filesOf({ ...DECK, "courses/own/read.md": text, ...more });

  test("stand in the era that is open", async () => {
    const made = await courseOf(
      own("## Think {#think}\n\nHard.\n\nNarration:\nThink hard.\n\n---\n\n## Again\n\nHarder.\n"),
      course("  - use: war/stone\n  - file: own/read.md\n"),
    );
    expect(made.problems).toEqual([]);
    expect(ids(made)).toEqual(["war/stone", "war/think", "war/again"]);
  });

  test("open an era where their file has a title", async () => {
    const made = await courseOf(
      own("---\ntitle: Reading\nquestions: [Who says so?]\n---\n\n## Think\n\nHard.\n"),
      course("  - use: war/stone\n  - file: own/read.md\n  - use: war/iron\n"),
    );
    expect(ids(made)).toEqual(["war/stone", "read/think", "read/iron"]);
    expect(made.deck?.eras[1]).toMatchObject({ title: "Reading", questions: ["Who says so?"] });
  });

  test("name files from where they lie, else from the deck's folder", async () => {
    const svg = (id: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="${id}"/></svg>`;
    const made = await courseOf(
      own("## Think {#think}\n\n![Own](media/a.svg)\n\n![The deck's](../../media/b.svg)\n", {
        "courses/own/media/a.svg": svg("own"),
        "media/a.svg": svg("home"),
        "media/b.svg": svg("b"),
      }),
      course("  - file: own/read.md\n"),
    );
    expect(made.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    const shown = slides(made.deck)[0]?.slots["main"] ?? "";
    expect(shown).toContain('id="read--think--a--own"');
    expect(shown).toContain('id="read--think--b--b"');
    expect(made.composed.placed.get("course/media/a.svg")?.path).toBe("courses/own/media/a.svg");
  });
});

describe("slides of other decks", () => {
  const csl = (id: string, title: string) => JSON.stringify([{ id, type: "book", title }]);
  const mine = filesOf({
    ...DECK,
    "deck.yaml": `${DECK["deck.yaml"] ?? ""}sources: lit.json\n`,
    "lit.json": csl("kim", "Ours"),
  });
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g/></svg>';
  const korea = (more: Readonly<Record<string, string>> = {}) =>
    filesOf(
      {
        "deck.yaml":
          "title: Korea\nlicense: CC-BY-4.0\nsources: sources.json\naccounts: { record: On record }\npronunciations: { Kim: KEEM }\n",
        "01-famine.md":
          "## Harvest {#harvest account=record}\n\n![Rice](media/rice.svg)\n\nGrain [@kim, p. 3], says kim@example.org.\n\nNarration:\nRice [@kim] grows. [focus rice] Look.\n",
        "media/rice.svg": picture,
        "sources.json": csl("kim", "Theirs"),
        ...more,
      },
      "korea",
    );

  test("bring sources, accounts, pronunciations and pictures", async () => {
    const made = await courseOf(
      mine,
      course("  - use: korea:famine/harvest\n", "decks: { korea: ../korea }\n"),
      { korea: korea() },
    );
    expect(made.problems).toEqual([]);
    const [slide] = slides(made.deck);
    expect(slide?.account).toBe("record");
    expect(made.deck?.meta.accounts).toEqual({ record: "On record" });
    expect(made.deck?.meta.pronunciations).toEqual({ Kim: "KEEM" });
    // Both decks call a source "kim"; they are two.
    expect(slide?.citations.map(({ key }) => key)).toEqual(["korea-kim", "korea-kim"]);
    expect(slide?.slots["main"]).toContain("kim@example.org");
    expect(made.deck?.references.map(({ id, title }) => [id, title])).toEqual([
      ["kim", "Ours"],
      ["korea-kim", "Theirs"],
    ]);
    expect(made.composed.placed.get("media/rice.svg")).toMatchObject({ deck: 1, path: "media/rice.svg" });
  });

  test("a picture of the same name is another picture, and cues still find it", async () => {
    const files = filesOf({ ...DECK, "media/rice.svg": "<svg/>" });
    const made = await courseOf(files, course("  - use: korea:famine\n", "decks: { korea: ../korea }\n"), {
      korea: korea(),
    });
    expect(made.problems).toEqual([]);
    expect(slides(made.deck)[0]?.slots["main"]).toContain('aria-label="Rice"');
    expect(made.composed.placed.get("korea/media/rice.svg")).toMatchObject({
      deck: 1,
      path: "media/rice.svg",
    });
    expect(made.composed.placed.get("media/rice.svg")).toMatchObject({ deck: 0 });
    expect(slides(made.deck)[0]?.steps).toMatchObject([{ action: "focus", target: "famine--harvest--rice" }]);
  });

  test("two slides of one id from two decks are a mistake until one has another", async () => {
    const tea = filesOf({
      "deck.yaml": "title: Tea\nlicense: CC0-1.0\n",
      "01-famine.md": "## Tea {#harvest}\n\nTea.\n",
    });
    const both = (id: string): Promise<CourseOf> =>
      courseOf(
        home,
        course(
          `  - era: Both\n  - use: korea:famine/harvest\n  - use: tea:famine/harvest\n${id}`,
          "decks: { korea: k, tea: t }\n",
        ),
        { korea: korea(), tea },
      );
    expect((await both("")).problems).toMatchObject([
      {
        code: "duplicate-slide",
        line: 6,
        hint: "give it another: - use: tea:famine/harvest, and under it id: harvest-2",
      },
    ]);
    expect(ids(await both("    id: tea-harvest\n"))).toEqual(["both/harvest", "both/tea-harvest"]);
  });

  test("what is wrong in them is shown in their file", async () => {
    const broken = korea({ "01-famine.md": "## A {#a}\n\n## B\n\n![No](media/no.svg)\n" });
    const made = await courseOf(home, course("  - use: korea:famine\n", "decks: { korea: ../korea }\n"), {
      korea: broken,
    });
    expect(codes(made)).toContain("korea/01-famine.md:5 missing-file");
  });

  test("words that are said in two ways are asked about, until the course says which", async () => {
    const files = filesOf({ ...DECK, "deck.yaml": "title: A deck\npronunciations: { Kim: KIM }\n" });
    const entries = "  - use: korea:famine/harvest\n";
    const asked = await courseOf(files, course(entries, "decks: { korea: ../korea }\n"), { korea: korea() });
    expect(asked.problems.map(({ code }) => code)).toEqual(["two-meanings"]);
    const told = await courseOf(
      files,
      course(entries, "decks: { korea: ../korea }\npronunciations: { Kim: KEEM }\n"),
      { korea: korea() },
    );
    expect(told.problems).toEqual([]);
    expect(told.deck?.meta.pronunciations).toEqual({ Kim: "KEEM" });
  });
});

describe("credits", () => {
  const png = "no picture, but a file";
  const others = (meta: string) =>
    filesOf({
      "deck.yaml": `title: Rice\nauthors: [Bo Han]\nlicense: CC-BY-4.0\nurl: https://example.org/rice/\n${meta}`,
      "01-rice.md":
        "## Rice {#rice}\n\n![Rice](media/rice.png)\n\n---\n\n## Tea {#tea}\n\n![Tea](media/tea.png)\n",
      "media/rice.png": png,
      "media/tea.png": png,
    });
  const credits = async (home: ReturnType<typeof filesOf>, text: string, other: ReturnType<typeof filesOf>) =>
    (await courseOf(home, text, { rice: other })).deck?.meta.credits;
  const borrow = "decks: { rice: rice }\n";

  test("each deck that slides are taken from is credited, for the slides that are, with what was changed", async () => {
    const text = course(
      "  - use: rice:rice/rice\n  - use: rice:rice/tea\n    title: Green tea\n  - use: war/iron..war/iron\n",
      borrow,
    );
    const rice = {
      title: "Rice",
      author: "Bo Han",
      source: "https://example.org/rice/",
      license: "CC-BY-4.0",
    };
    expect(await credits(home, text, others(""))).toEqual([
      { ...rice, slides: ["rice/rice"] },
      { ...rice, changes: "title changed", slides: ["rice/tea"] },
    ]);
  });

  test("a credit of one's own takes the place of the one that the deck would get", async () => {
    const own = `${borrow}credits:\n  - { title: Rice, author: Bo Han, basis: permission, note: By letter, slides: [rice/tea] }\n`;
    expect(await credits(home, course("  - use: rice:rice/tea\n", own), others(""))).toMatchObject([
      { title: "Rice", basis: "permission", slides: ["rice/tea"] },
    ]);
  });

  test("the deck that the course lies in is credited where others made it", async () => {
    const by = async (authors: string) =>
      (await courseOf(home, course("  - use: war/stone..war/iron\n", authors))).deck?.meta.credits;
    expect(await by("")).toEqual([]);
    expect(await by("authors: [Ada Lim, Bo Han]\n")).toEqual([]);
    expect(await by("authors: [Bo Han]\n")).toEqual([
      {
        title: "A small lecture",
        author: "Ada Lim",
        license: "CC-BY-4.0",
        slides: ["war/stone", "war/iron"],
      },
    ]);
  });

  test("pictures keep theirs, and those of pictures that were not taken stay away", async () => {
    const other = others(
      "credits:\n  - { title: A grain, license: CC0-1.0, files: [media/rice.png] }\n  - { title: A leaf, files: [media/tea.png] }\n  - { title: The drawings, author: Bo Han, files: [media/*.png] }\n",
    );
    const files = filesOf({
      ...DECK,
      "media/rice.png": "another",
      "media/rice.png.credit.yaml": "title: Ours\n",
    });
    expect((await credits(files, course("  - use: rice:rice/rice\n", borrow), other))?.slice(1)).toEqual([
      { title: "A grain", license: "CC0-1.0", files: ["rice/media/rice.png"] },
      // Made by the authors of that deck, so under its licence.
      { title: "The drawings", author: "Bo Han", license: "CC-BY-4.0", files: ["rice/media/rice.png"] },
    ]);
  });

  test("what is wrong with the licence of a borrowed deck is said where it is named", async () => {
    const rice = filesOf({
      "deck.yaml": "title: Rice\nauthors: [Bo Han]\nlicense: CC-BY-ND-4.0\n",
      "01-rice.md": "## Tea {#tea}\n\nTea.\n",
    });
    const made = await courseOf(home, course("  - use: rice:rice/tea\n", borrow), { rice });
    expect(made.problems).toMatchObject([{ code: "license-conflict", file: "courses/course.yaml", line: 2 }]);
  });
});

describe("the course's own data", () => {
  test("is the deck's where the course says nothing", async () => {
    const files = filesOf({
      ...DECK,
      "deck.yaml":
        "title: A small lecture\nsubtitle: Not for courses\nversion: '2'\nlicense: CC-BY-4.0\nauthors: [Ada Lim]\nurl: https://example.org/lecture/\npaper: Letter\nhandout: [study, {profile: slides, per-page: 3}]\nfront: []\n",
    });
    const { deck, problems } = await courseOf(
      files,
      course("  - use: war\n", "license: CC-BY-SA-4.0\nminutes: 7\n"),
    );
    expect(problems).toEqual([]);
    expect(deck?.meta).toMatchObject({
      title: "A course",
      license: "CC-BY-SA-4.0",
      authors: [{ name: "Ada Lim" }],
      url: "https://example.org/lecture/courses/course/",
      paper: "Letter",
      handout: [{ profile: "study" }, { profile: "slides", perPage: 3 }],
      minutes: 7,
      front: ["title"],
    });
    expect(deck?.meta).not.toHaveProperty("subtitle");
    expect(deck?.meta).not.toHaveProperty("version");
  });
});
