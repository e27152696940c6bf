import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import nodeModule from "node:module";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toInt16 } from "../../scripts/narration/audio/pcm.ts";
import { writeWav } from "../../scripts/narration/audio/wav.ts";
import { tone } from "../narration/signals.ts";
import { makeHome, SMALL_DECK, type Home } from "./helper.ts";

let home: Home;
beforeEach(async () => {
  home = await makeHome();
});
afterEach(() => home.remove());

const readJson = async (path: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(join(home.folder, path), "utf8")) as Record<string, unknown>;

describe("build", () => {
  it("says where the results are, how long the lecture is and how long it took", async () => {
    await home.write("talk", SMALL_DECK);
    const { code, stdout } = await home.run("build", "talk", "--only", "site");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^read +2 eras, 3 slides, 4 sentences$/m);
    expect(stdout).toMatch(/^speak +4 sentences, 4 spoken anew$/m);
    expect(stdout).toMatch(/^site +5 slides, \d+ kB of sound$/m);
    expect(stdout).toMatch(/^transcript +1 file$/m);
    expect(stdout).toContain("→ dist/index.html");
    expect(stdout).toMatch(/The lecture is \d+ s long; building it took /);
  });

  it("speaks nothing the second time, one sentence after one is changed, and only its own for a new slide", async () => {
    await home.write("talk", SMALL_DECK);
    const spoken = async () =>
      /(\d+) spoken anew/.exec((await home.run("build", "talk", "--only", "site")).stdout)?.[1];
    expect(await spoken()).toBe("4");
    expect(await spoken()).toBe("0");
    await home.write("talk", {
      "02-second.md": (SMALL_DECK["02-second.md"] ?? "").replace("Bread is baked.", "Bread is eaten."),
    });
    expect(await spoken()).toBe("1");
    await home.write("talk", {
      "02-second.md":
        `## New\n\nNarration:\nOil is pressed. It is sold.\n\n---\n\n${SMALL_DECK["02-second.md"]}`.replace(
          "Bread is baked.",
          "Bread is eaten.",
        ),
    });
    expect(await spoken()).toBe("2");
  });

  it("keeps its code compiled where Node can, among the caches that the user names", async () => {
    await home.write("talk", SMALL_DECK);
    const { code } = await home.run("build", "talk", "--only", "site", "--no-audio", "--cache", "mine");
    expect(code).toBe(0);
    expect(existsSync(join(home.folder, "mine/code"))).toBe("enableCompileCache" in nodeModule);
    expect(existsSync(join(home.folder, "cache"))).toBe(false);
  });

  it("credits no voice in a lecture in which nobody speaks", async () => {
    await home.write("talk", {
      "deck.yaml": "title: Silent\nlanguage: en\n",
      "01-a.md": "## One {#one}\n\nWords.\n",
    });
    expect((await home.run("build", "talk", "--only", "site")).code).toBe(0);
    expect(await readFile(join(home.folder, "dist/read.html"), "utf8")).not.toContain("Flite");
    expect(await readFile(join(home.folder, "dist/index.html"), "utf8")).not.toContain("Flite");
  });

  it("says which links of the last build would lead nowhere, with the line to paste", async () => {
    await home.write("talk", SMALL_DECK);
    await home.run("build", "talk", "--only", "site", "--no-audio");
    await home.write("talk", {
      "01-first.md": (SMALL_DECK["01-first.md"] ?? "").replace("{#stone}", "{#rock}"),
    });
    const { stderr } = await home.run("build", "talk", "--only", "site", "--no-audio");
    expect(stderr).toContain(
      '01-first.md:6:1 warning [vanished-slide] links to "first/stone" of the last build',
    );
    expect(stderr).toContain("write: ## Stone {#rock aliases=stone}");
  });

  it("makes the same bytes from the same deck", async () => {
    await home.write("talk", SMALL_DECK);
    await home.run("build", "talk", "--out", "a");
    await home.run("build", "talk", "--out", "b", "--cache", join(home.folder, "other-cache"));
    const files = (await readdir(join(home.folder, "a"), { recursive: true, withFileTypes: true })).filter(
      (entry) => entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const { parentPath, name } of files) {
      const a = join(parentPath, name);
      expect([
        name,
        (await readFile(a)).equals(
          await readFile(a.replace("/a", "/b").replace(join(home.folder, "a"), join(home.folder, "b"))),
        ),
      ]).toEqual([name, true]);
    }
  });

  it("shows all mistakes at once, with place, line and caret, and builds nothing", async () => {
    await home.write("talk", {
      "deck.yaml": "title: A\nlicnse: MIT\n",
      "01-a.md": "## One {layout=quot}\n\nNarration:\n[focus map] Look. [clik] There.\n",
    });
    const { code, stderr, stdout } = await home.run("build", "talk");
    expect(code).toBe(1);
    expect(stderr).toContain("deck.yaml:2:1 error [unknown-key]");
    expect(stderr).toContain("  2 | licnse: MIT");
    expect(stderr).toContain('did you mean "license"?');
    expect(stderr).toContain("01-a.md:1:");
    expect(stderr).toContain("01-a.md:4:");
    expect(stderr).toContain("nothing was built");
    expect(stdout).not.toContain("→");
    expect(await readdir(home.folder)).not.toContain("dist");
  });

  it("goes on when nobody reads what it says any more", async () => {
    await home.write("talk", SMALL_DECK);
    const child = home.start("build", "talk", "--only", "site", "--no-audio");
    child.stdout.destroy();
    child.stderr.destroy();
    const code = await new Promise((resolve) => child.once("close", resolve));
    expect(code).toBe(0);
    expect(await readdir(join(home.folder, "dist"))).toContain("index.html");
  });

  it("reads a BibTeX bibliography", async () => {
    await home.write("talk", {
      "deck.yaml": "title: A\nsources: mine.bib\n",
      "mine.bib": "@book{lim, author = {Lim, Ada}, title = {Of Shoes}, publisher = {Owl}, year = 1999}\n",
      "01-a.md": "## Shoes [@lim]\n",
    });
    const { code, stderr } = await home.run("build", "talk", "--only", "read");
    expect([code, stderr]).toEqual([0, ""]);
    expect(await readFile(join(home.folder, "dist/read.html"), "utf8")).toContain("Of Shoes");
  });

  it("treats warnings as errors with --strict", async () => {
    await home.write("talk", { ...SMALL_DECK, "03-third.md": "## Third\n\nNarration:\nLook [clik] here.\n" });
    expect((await home.run("build", "talk", "--only", "site", "--no-audio")).code).toBe(0);
    expect((await home.run("build", "talk", "--only", "site", "--no-audio", "--strict")).code).toBe(1);
  });

  it("leaves a deck's own templates and styles out unless it is trusted", async () => {
    await home.write("talk", {
      ...SMALL_DECK,
      "templates/own.css": ".slide { outline: 9px solid rebeccapurple }",
      "templates/layouts/text.hbs": "<section><p>Mine: {{label}}</p></section>",
    });
    const plain = await home.run("build", "talk", "--only", "site", "--no-audio");
    expect([plain.code, plain.stderr]).toEqual([0, expect.stringContaining("untrusted-code")]);
    expect(await readFile(join(home.folder, "dist/assets/theme.css"), "utf8")).not.toContain("rebeccapurple");
    const trusted = await home.run("build", "talk", "--only", "site", "--no-audio", "--trust");
    expect([trusted.code, trusted.stderr]).toEqual([0, ""]);
    expect(await readFile(join(home.folder, "dist/assets/theme.css"), "utf8")).toContain("rebeccapurple");
    expect(await readFile(join(home.folder, "dist/read.html"), "utf8")).toContain("Mine: ");
  });
});

describe("a trusted deck's template that names a field which is not there", () => {
  it("is the author's mistake, with its place", async () => {
    await home.write("talk", {
      ...SMALL_DECK,
      "templates/layouts/text.hbs": "<section>\n<p>{{labl}}</p></section>",
    });
    const { code, stderr } = await home.run("build", "talk", "--only", "site", "--no-audio", "--trust");
    expect(code).toBe(1);
    expect(stderr).toContain(
      'templates/layouts/text.hbs:2:6 error [bad-template] there is no field "labl" here',
    );
    expect(stderr).toContain('did you mean "label"?');
  });
});

describe("without a browser", () => {
  it("builds the site, says last what is missing, and exits with 3", async () => {
    await home.write("talk", SMALL_DECK);
    await mkdir(join(home.folder, "config/lanternist"), { recursive: true });
    await writeFile(join(home.folder, "config/lanternist/config.yaml"), "browser: /nowhere/chrome\n");
    const { code, stdout, stderr } = await home.run("build", "talk", "--no-audio");
    expect(code).toBe(3);
    expect(stdout).toContain("→ dist/index.html");
    expect(stderr).toMatch(/^handout\.pdf is missing/m);
    expect(await readdir(join(home.folder, "dist"))).not.toContain("handout.pdf");
  });
});

describe("without the program that speaks", () => {
  const settings = "browser: /nowhere/chrome\nvoices:\n  piper:\n    command: [/nowhere/piper]\n";

  it("builds a lecture that says it has no sound, names the program and where it is set, and exits with 3", async () => {
    await home.write("talk", { ...SMALL_DECK, "deck.yaml": `${SMALL_DECK["deck.yaml"]}voice: piper\n` });
    await home.write("config/lanternist", { "config.yaml": settings });
    const { code, stdout, stderr } = await home.run("build", "talk");
    expect(code).toBe(3);
    expect(stdout).toContain("→ dist/index.html");
    expect(stderr.match(/^the sound is missing.*$/gm)).toEqual([
      'the sound is missing: the program "/nowhere/piper" is not on this machine; install it, correct ' +
        `voices.piper.command in ${join(home.folder, "config/lanternist/config.yaml")}, or name another voice with --voice`,
    ]);
    expect(stderr).not.toContain("voice-failed");
    expect(stderr).toMatch(/^handout\.pdf is missing/);
    expect(stderr.trimEnd().split("\n").at(-1)).toMatch(/^the sound is missing/);
    expect(await readdir(join(home.folder, "dist"))).not.toContain("audio");
    const { timeline } = await readJson("dist/lecture.json");
    expect(timeline).toMatchObject({ estimated: true });
    const transcript = await readFile(join(home.folder, "dist/transcript.txt"), "utf8");
    expect(transcript).toContain("Without sound; times are estimated");
  });

  it("leaves a lecture with sound as it is, until a silent one is asked for", async () => {
    await home.write("talk", SMALL_DECK);
    const good = await home.run("build", "talk", "--only", "site");
    expect(good.code).toBe(0);
    const before = await readJson("dist/lecture.json");
    await home.write("config/lanternist", { "config.yaml": settings });
    const again = await home.run("build", "talk", "--voice", "piper");
    expect(again.code).toBe(3);
    expect(again.stderr).toContain("nothing was built; the lecture with sound in dist is untouched");
    expect(again.stderr.trimEnd().split("\n").at(-1)).toMatch(
      /^the sound is missing.*voices\.piper\.command/,
    );
    expect(await readJson("dist/lecture.json")).toEqual(before);
    const silent = await home.run("build", "talk", "--only", "site", "--no-audio");
    expect(silent.code).toBe(0);
  });

  it("says so when asked to say something", async () => {
    await home.write("config/lanternist", { "config.yaml": settings });
    const { code, stderr } = await home.run("say", "Good morning.", "--voice", "piper");
    expect([code, stderr]).toEqual([3, expect.stringMatching(/^the sound is missing: .*\n$/)]);
  });
});

describe("wrong usage exits with 2 and says what to write", () => {
  it.each([
    [["build", "nowhere"], "there is no deck at nowhere"],
    [["build", "talk", "--out", "."], "holds the deck"],
    [["build", "talk", "--out", "talk"], "holds the deck"],
    [["build", "talk", "--out", "talk/dist"], "lies inside the deck"],
    [["build", "talk", "--only", "film"], "Allowed choices"],
    [["biuld"], "Did you mean build?"],
    [["build", "talk", "--voice", "flit"], 'did you mean "flite"?'],
    [["say", ""], "say takes one or more sentences"],
    [["say", "One.\n\n---\n\nTwo."], "say takes one or more sentences"],
    [["new", "talk"], "is not empty"],
    [["cache", "prune", "--days", "soon"], "whole number"],
  ])("%j", async (args, message) => {
    await home.write("talk", SMALL_DECK);
    const { code, stderr } = await home.run(...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    expect((await readdir(join(home.folder, "talk"))).sort()).toEqual(Object.keys(SMALL_DECK).sort());
  });

  it("a mistake in the user's configuration is shown with its place", async () => {
    await home.write("talk", SMALL_DECK);
    await home.write("config/lanternist", { "config.yaml": "browzer: x\n" });
    const { code, stderr } = await home.run("build", "talk");
    expect(code).toBe(2);
    expect(stderr).toContain("config.yaml:1:1");
    expect(stderr).toContain('did you mean "browser"?');
  });
});

describe("check", () => {
  it("says that a good deck can be built, and builds nothing", async () => {
    await home.write("talk", SMALL_DECK);
    const { code, stdout } = await home.run("check", "talk");
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/talk can be built; the lecture will be about \d+ s long/),
    ]);
    expect(await readdir(home.folder)).not.toContain("dist");
  });

  it("says in a line whether the lecture may be passed on, where anything is borrowed", async () => {
    const credits = "credits:\n  - { title: Relief, license: CC-BY-SA-4.0, changes: cropped }\n";
    await home.write("talk", { ...SMALL_DECK, "deck.yaml": `title: T\nlicense: CC-BY-SA-4.0\n${credits}` });
    expect((await home.run("check", "talk")).stdout).toContain(
      "licences: yes, all may be passed on under CC-BY-SA-4.0 (this is no legal advice)\n",
    );
    await home.write("talk", { "deck.yaml": `title: T\nlicense: CC-BY-4.0\n${credits}` });
    const { code, stdout, stderr } = await home.run("check", "talk");
    expect(code).toBe(0);
    expect(stdout).toContain("the lecture may go on with license: CC-BY-SA-4.0 (this is no legal advice)");
    expect(stderr).toContain("deck.yaml:4:31 warning [license-conflict]");
    await home.write("talk", { "deck.yaml": "title: T\n" });
    expect((await home.run("check", "talk")).stdout).not.toContain("licences:");
  });

  it("finds what the voice could not say, except for a build without sound", async () => {
    await home.write("talk", {
      "deck.yaml": "title: Замок\nlanguage: ru\n",
      "01-a.md": "## Замок\n\nNarration:\nОн высок.\n",
    });
    const { code, stderr } = await home.run("check", "talk");
    expect([code, stderr]).toEqual([1, expect.stringContaining("01-a.md:4:1 error [voice-failed]")]);
    expect(stderr).toContain("record the slides, or build with --no-audio");
    expect((await home.run("check", "talk", "--no-audio")).code).toBe(0);
    expect((await home.run("build", "talk", "--no-audio", "--only", "read")).code).toBe(0);
  });

  const sound = writeWav(toInt16(tone(200, 0.1, 4, 44_100)), 44_100);
  it.each([
    ["is none", new TextEncoder().encode("RIFF?"), "it is not a WAV file"],
    ["is cut off", sound.subarray(0, sound.length / 2), "it ends too early"],
    ["has too few samples", writeWav(toInt16(tone(50, 0.1, 4, 4000)), 4000), "it has 4000 samples a second"],
    ["is silent", writeWav(new Int16Array(88_200), 44_100), "the recording is silent"],
  ])("opens recordings, and says of one that %s what a build says", async (_, bytes, message) => {
    await home.write("talk", { ...SMALL_DECK, "recordings/first/stone.wav": bytes });
    const checked = await home.run("check", "talk");
    expect(checked.code).toBe(1);
    expect(await readdir(home.folder)).not.toContain("cache");
    expect(checked.stderr).toContain("01-first.md:12:9 error [voice-failed]");
    expect(checked.stderr).toContain(message);
    const built = await home.run("build", "talk", "--only", "site");
    expect(built.code).toBe(1);
    const told = built.stderr.replace(/^speak: .*\n/gm, "");
    expect(told).toBe(`${checked.stderr}nothing was built; an earlier result is untouched\n`);
  });

  it("takes a sound recording, and tells of one that belongs to no slide", async () => {
    await home.write("talk", {
      ...SMALL_DECK,
      "recordings/first/stone.wav": sound,
      "recordings/first/ston.wav": sound,
    });
    const { code, stderr } = await home.run("check", "talk");
    expect(code).toBe(0);
    expect(stderr).toContain("recordings/first/ston.wav:1:1 warning [recording-unused]");
    expect(stderr).not.toContain("voice-failed");
  });

  it("shows a slip in the voice's name where it stands, in deck.yaml or in front matter", async () => {
    await home.write("talk", { ...SMALL_DECK, "deck.yaml": "title: A\nvoice: flit\n" });
    expect((await home.run("check", "talk")).stderr).toContain("deck.yaml:2:8 error [unknown-voice]");
    await home.write("notes", { "a.md": "---\ntitle: A\nvoice:  flit\n---\n\n## One\n" });
    expect((await home.run("check", "notes")).stderr).toContain("a.md:3:9 error [unknown-voice]");
  });

  it("gives problems as JSON for other programs", async () => {
    await home.write("talk", { ...SMALL_DECK, "deck.yaml": "titel: A\n" });
    const { code, stdout } = await home.run("check", "talk", "--format", "json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({ code: "unknown-key", file: "deck.yaml", line: 1, column: 1 }),
    );
  });

  it("shows how numbers and names will be said", async () => {
    await home.write("talk", { "01-a.md": "## A\n\nNarration:\nIn 1950 the USSR had 38 ships.\n" });
    const { stdout } = await home.run("check", "talk", "--readings");
    expect(stdout).toContain("1950  →  nineteen fifty");
  });

  it("finds a slide that is too full, in a browser", async () => {
    const line = `- ${"Many words on one line of a list. ".repeat(8)}\n`;
    await home.write("talk", {
      ...SMALL_DECK,
      "03-full.md": `## Full {#full}\n\n${line.repeat(20)}\nNarration:\nToo much.\n`,
    });
    const { stderr } = await home.run("check", "talk", "--rendered");
    expect(stderr).toContain("03-full.md:1:1 warning [slide-overflow]");
    expect(stderr).not.toContain("01-first.md");
    // Whatever prints the slides has looked at them too.
    const built = await home.run("build", "talk", "--no-audio");
    expect([built.code, built.stderr]).toEqual([
      0,
      expect.stringContaining("03-full.md:1:1 warning [slide-overflow]"),
    ]);
  });
});

describe("say", () => {
  it("writes what a voice says", async () => {
    const { code, stdout } = await home.run("say", "A stone is laid.", "--out", "stone.mp3");
    expect([code, stdout]).toEqual([0, expect.stringContaining("→ stone.mp3")]);
    expect((await readFile(join(home.folder, "stone.mp3"))).length).toBeGreaterThan(4000);
  });
});

describe("cache", () => {
  it("is shown and cleared", async () => {
    await home.run("say", "A stone is laid.");
    expect((await home.run("cache")).stdout).toMatch(/^1 sentence and 1 slide, /);
    expect((await home.run("cache", "clear")).stdout).toMatch(/0 sentences and 0 slides/);
  });
});

describe("doctor", () => {
  it("names the voices and the browser", async () => {
    const { code, stdout } = await home.run("doctor");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^voices +flite, /m);
    expect(stdout).toMatch(/^browser +\S+\/\d+/m);
  });
});
