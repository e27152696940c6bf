import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, expect, test } from "vitest";
import type { PreviewMessage } from "../../scripts/preview/messages.ts";
import { DECK, previewed, type Written } from "./helper.ts";

let deck: Written | undefined;
afterEach(async () => {
  await deck?.close();
  deck = undefined;
});

async function open(...args: Parameters<typeof previewed>): Promise<Written> {
  deck = await previewed(...args);
  return deck;
}

/** One white dot. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP6DwABBQECz6AuzQAAAABJRU5ErkJggg==",
  "base64",
);

/** Memory in use after the garbage is collected. */
function heapBytes(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}

const changes = (told: readonly PreviewMessage[]) => told.filter((message) => message.kind === "lecture");
const titles = ({ session }: Written) =>
  session.shown()?.page.index.columns.flatMap(({ slides }) => slides.map(({ title }) => title));
const war = (edit: (text: string) => string) => edit(DECK["01-war.md"] ?? "");

test("an edited slide is told alone", async () => {
  const { save, told } = await open();
  await save(
    "01-war.md",
    war((text) => text.replace("- One", "- The first")),
  );
  const [change, ...more] = changes(told);
  expect(more).toEqual([]);
  expect(change?.index).toBeUndefined();
  expect(change?.stale).toEqual([]);
  expect(change?.slides.map(({ index }) => index.id)).toEqual(["stone"]);
  expect(change?.slides[0]?.data.html).toContain("The first");
});

test("a save that changes nothing is told to nobody", async () => {
  const { save, told } = await open();
  await save("01-war.md", DECK["01-war.md"] ?? "");
  await save("notes.txt", "no part of the lecture");
  expect(changes(told)).toEqual([]);
});

test("a private note is no change of the slide", async () => {
  const { save, told } = await open();
  await save(
    "01-war.md",
    war((text) => text.replace("Think of stones.", "Think of sand.")),
  );
  expect(changes(told)).toEqual([]);
});

test("eras come, get other names and go", async () => {
  const written = await open();
  const { save, session, folder, told } = written;
  await save("03-after.md", "## Salt {#salt}\n\nNarration:\nSalt is carried.\n");
  expect(titles(written)).toEqual([
    "A small lecture",
    "Stone",
    "Iron",
    "Bread",
    "Salt",
    "Credits and licence",
  ]);

  await rename(join(folder, "03-after.md"), join(folder, "03-later.md"));
  session.changed(new Set(["03-after.md", "03-later.md"]));
  await session.settled();
  await written.passTime();
  expect(session.shown()?.page.index.columns.map(({ id }) => id)).toContain("later");

  await rm(join(folder, "03-later.md"));
  session.changed(new Set(["03-later.md"]));
  await session.settled();
  // It may come back at once, as when an editor replaces it.
  expect(titles(written)).toContain("Salt");
  await written.passTime();
  expect(titles(written)).not.toContain("Salt");
  expect(
    changes(told)
      .at(-1)
      ?.index?.columns.map(({ id }) => id),
  ).toEqual(["front", "war", "peace", "back"]);
});

test("a mistake keeps the last lecture, is told once it is no half-written file, and goes when it is mended", async () => {
  const written = await open();
  const { save, told, session } = written;
  await save(
    "01-war.md",
    war((text) => text.replace("[click] Another", "[show nobody] Another")),
  );
  expect(told).toEqual([]);
  await written.passTime();
  expect(told).toMatchObject([
    {
      kind: "problems",
      problems: [
        { severity: "warning", code: "never-shown" },
        {
          severity: "error",
          code: "unknown-target",
          file: "01-war.md",
          line: 12,
          excerpt: expect.stringContaining("^^^"),
        },
      ],
    },
  ]);
  expect(titles(written)).toContain("Stone");

  await save("01-war.md", DECK["01-war.md"] ?? "");
  expect(told.at(-1)).toEqual({ kind: "problems", problems: [] });
  expect(session.problems()).toEqual([]);
});

test("a file that is empty for a moment is not shown empty", async () => {
  const written = await open();
  const { save, told } = written;
  await save("01-war.md", "");
  expect(told).toEqual([]);
  await save(
    "01-war.md",
    war((text) => text.replace("- One", "- First")),
  );
  await written.passTime();
  expect(changes(told)).toHaveLength(1);
  expect(changes(told)[0]?.slides[0]?.data.html).toContain("First");
});

test("a file that stays empty is shown so after a second look", async () => {
  const written = await open();
  await written.save("02-peace.md", "");
  expect(titles(written)).toContain("Bread");
  await written.passTime();
  expect(titles(written)).not.toContain("Bread");
  expect(written.session.problems()).toMatchObject([{ code: "empty-era", file: "02-peace.md" }]);
});

test("half of a letter is read again before anything is said of it", async () => {
  const written = await open();
  const bytes = Buffer.from(war((text) => text.replace("One", "평양")));
  await written.save("01-war.md", bytes.subarray(0, bytes.indexOf("평") + 1));
  expect(written.told).toEqual([]);
  await written.save("01-war.md", bytes);
  await written.passTime();
  expect(written.told.filter(({ kind }) => kind === "problems")).toEqual([]);
  expect(changes(written.told)[0]?.slides[0]?.data.html).toContain("평양");
});

test("of two hundred saves in a burst the last one wins, and few are shown", async () => {
  const { write, session, told, passTime } = await open();
  for (let n = 1; n <= 200; n++) {
    await write(
      "01-war.md",
      war((text) => text.replace("- One", `- Number ${n}`)),
    );
    session.changed(new Set(["01-war.md"]));
  }
  await session.settled();
  // The last one may have been read while it was written.
  await passTime();
  expect(changes(told).at(-1)?.slides[0]?.data.html).toContain("Number 200");
  expect(changes(told).length).toBeLessThan(200);
  expect(session.shown()?.version).toBe(changes(told).at(-1)?.version);
});

test("hundreds of saves leave no more in memory than a few", async () => {
  const { save, told } = await open();
  const saveMany = async (from: number) => {
    for (let n = from; n < from + 100; n++) {
      await save(
        "01-war.md",
        war((text) => text.replace("A stone is laid.", `Stone number ${n} is laid. `.repeat(20))),
      );
      told.length = 0;
    }
    return heapBytes();
  };
  await saveMany(0);
  const before = await saveMany(100);
  // One kept slide for each save would be 2 MB.
  expect((await saveMany(200)) - before).toBeLessThan(1_000_000);
});

test("the folder may go and come back", async () => {
  const written = await open();
  const { folder, session, told } = written;
  await rename(folder, `${folder}-away`);
  session.changed("all");
  await session.settled();
  expect(told).toMatchObject([{ kind: "problems", problems: [{ code: "deck-gone", severity: "error" }] }]);
  expect(titles(written)).toContain("Stone");

  await rename(`${folder}-away`, folder);
  session.changed("all");
  await session.settled();
  expect(told.at(-1)).toEqual({ kind: "problems", problems: [] });
});

test("a picture that was saved again is told by its path", async () => {
  const { save, told } = await open({
    ...DECK,
    "02-peace.md": "## Bread {#bread}\n\n![Bread](media/bread.png)\n",
    "media/bread.png": PICTURE,
  });
  await save("media/bread.png", Buffer.concat([PICTURE, Buffer.from("another end")]));
  expect(told.filter(({ kind }) => kind === "files")).toMatchObject([{ paths: ["assets/media/bread.png"] }]);
});

test("a template and a style of a trusted deck are followed; a field that it lacks is told", async () => {
  const layout = "<section><h2>{{label}}</h2><p>own layout</p></section>";
  const written = await open({ ...DECK, "templates/layouts/text.hbs": layout }, { trust: true });
  await written.save("templates/layouts/text.hbs", layout.replace("own layout", "new layout"));
  expect(JSON.stringify(changes(written.told))).toContain("new layout");

  await written.save("templates/look.css", "h2 { color: navy }");
  expect(written.told.at(-1)).toMatchObject({ kind: "files", paths: ["assets/theme.css"] });

  await written.save("templates/layouts/text.hbs", layout.replace("{{label}}", "{{lable}}"));
  await written.passTime();
  expect(written.session.problems()).toMatchObject([
    { code: "bad-template", file: "templates/layouts/text.hbs" },
  ]);
});

test("the short lecture leaves optional slides out, also when the mark comes while it is written", async () => {
  const written = await open(DECK, { short: true });
  expect(written.session.problems()).toMatchObject([{ code: "nothing-optional" }]);
  const linked = war((text) => text.replace("- Two", "- [Two](#/peace/bread)"));
  await written.save("01-war.md", linked);
  await written.save("02-peace.md", `${DECK["02-peace.md"]}\n---\n\n## Salt {#salt}\n`);
  await written.save(
    "02-peace.md",
    `${DECK["02-peace.md"]?.replace("{#bread}", "{#bread .optional}")}\n---\n\n## Salt {#salt}\n`,
  );
  expect(titles(written)?.slice(0, -1)).toEqual(["A small lecture", "Stone", "Iron", "Salt"]);
  expect(written.session.problems()).toEqual([]);
  const shown = written.session.shown();
  expect(shown?.page.slides.flat().find(({ fullId }) => fullId === "war/stone")?.data.html).toContain(
    'href="#/peace/salt"',
  );

  // What nothing on a slide has changed is not told again.
  const before = written.told.length;
  await written.save("01-war.md", linked.replace("Iron is cast", "Iron was cast"));
  expect(
    changes(written.told.slice(before)).flatMap(({ slides }) => slides.map(({ index }) => index.id)),
  ).toEqual(["iron"]);
});

test("a deck that begins with errors is shown when they are mended", async () => {
  const written = await open({ ...DECK, "deck.yaml": "title: [\n" });
  expect(written.session.shown()).toBeUndefined();
  expect(written.session.problems()[0]).toMatchObject({ file: "deck.yaml", severity: "error" });
  await written.save("deck.yaml", DECK["deck.yaml"] ?? "");
  expect(titles(written)).toContain("Stone");
});

test("where a slide is written follows its lines", async () => {
  const { save, session } = await open();
  expect(session.sourceOf("war/iron")).toMatchObject({ file: "01-war.md", line: 19 });
  await save(
    "01-war.md",
    war((text) => text.replace("- Two", "- Two\n- Three")),
  );
  expect(session.sourceOf("war/iron")).toMatchObject({ file: "01-war.md", line: 20 });
});

test("nothing outside the deck is read, whatever is said to have changed", async () => {
  const { session, folder } = await open();
  await writeFile(join(folder, "../secret.md"), "## Secret\n");
  session.changed(new Set(["../secret.md", ".git/config", "node_modules/x.md"]));
  await session.settled();
  const files = [...session.source().files.keys()];
  expect(files).toEqual(["01-war.md", "02-peace.md", "deck.yaml"]);
  expect(await readFile(join(folder, "../secret.md"), "utf8")).toBe("## Secret\n");
});
