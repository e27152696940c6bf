/** Handouts from the command line: which are made, and what is said where they cannot be. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readPdf } from "../outputs/read-pdf.ts";
import { makeHome, type Home } from "./helper.ts";

let home: Home;
beforeEach(async () => {
  home = await makeHome();
  await home.write("talk", {
    "deck.yaml":
      "title: A small lecture\nlanguage: en\nhandout: [script, { profile: slides, per-page: 1 }]\n",
    "01-first.md":
      "## Stone {#stone}\n\n- One\n\nNarration:\n[click] A stone is laid.\n\nNote:\nXylomarimbo 귀뚜라미\n\n---\n\n## Bread {#bread}\n\nIt is baked.\n",
  });
});
afterEach(() => home.remove());

const pdfsIn = async (folder: string): Promise<string[]> =>
  (await readdir(join(home.folder, folder))).filter((name) => name.endsWith(".pdf")).sort();
const pdf = async (path: string) => await readPdf(await readFile(join(home.folder, path)));

describe("build", () => {
  it.each([
    {
      options: ["--handout", "script"],
      says: "the handout script holds your private notes; write: lanternist build talk --speaker --handout script",
    },
    { options: ["--handout", "studdy"], says: 'there is no handout "studdy"; did you mean "study"?' },
    { options: ["--handout", ""], says: 'there is no handout ""; one of: study, slides,' },
    { options: ["--paper", "A5"], says: "write one of A4, Letter" },
    { options: ["--per-page", "5"], says: "write one of 1, 2, 3, 4, 6, 9" },
    {
      options: ["--handout", "study", "--per-page", "3"],
      says: "--per-page is for the handout slides; add it to --handout",
    },
    { options: ["--steps", "all"], says: "Allowed choices are final, numbered, each" },
    {
      options: ["--only", "site", "--mono"],
      says: "--only site makes no handout; leave it out, or write --only handout",
    },
  ])("refuses $options", async ({ options, says }) => {
    const { code, stderr } = await home.run("build", "talk", ...options);
    expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
    expect(await readdir(home.folder)).not.toContain("dist");
  });

  it("makes the deck's handouts without the script, and says why", async () => {
    const { code, stdout, stderr } = await home.run("build", "talk", "--no-audio", "--only", "handout");
    expect(code).toBe(0);
    expect(stdout).toContain("script is left out: it holds your private notes, and is made with --speaker");
    expect(stderr).toContain("handout, slides: page 2 of 2");
    expect(stdout).toContain("→ dist/handout-slides.pdf");
    expect(await pdfsIn("dist")).toEqual(["handout-slides.pdf"]);
    expect((await pdf("dist/handout-slides.pdf")).pages).toHaveLength(2);
    // The documents that are printed are no part of the result.
    const names = await readdir(join(home.folder, "dist"), { recursive: true });
    expect(names.filter((name) => /\.html$|handout.*\.css$/.test(name))).toEqual([]);
  });

  it("makes the script in the lecturer's own build, on the paper that is asked for", async () => {
    const options = ["--speaker", "--no-audio", "--only", "handout", "--handout", "script,large"] as const;
    const { code } = await home.run("build", "talk", ...options, "--paper", "letter", "--mono");
    expect(code).toBe(0);
    expect(await pdfsIn("dist-speaker")).toEqual(["handout-large.pdf", "handout-script.pdf"]);
    const script = await pdf("dist-speaker/handout-script.pdf");
    expect(script.pages.map(({ text }) => text).join(" ")).toContain("Xylomarimbo 귀뚜라미");
    expect(script.pages[0]?.widthPt).toBeCloseTo(612, 0);
  });
});
