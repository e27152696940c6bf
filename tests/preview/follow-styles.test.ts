import { expect, test } from "vitest";
import { readProgramFile } from "../../scripts/io/program.ts";
import { followStyles } from "../../scripts/preview/follow-styles.ts";
import type { PreviewMessage } from "../../scripts/preview/messages.ts";
import { siteFiles } from "../../scripts/preview/site-files.ts";
import { DECK, previewed } from "./helper.ts";

test("the styles of a first drawing, and the font of a first Korean word, reach the open page", async () => {
  const deck = await previewed();
  const files = siteFiles(deck.session, {
    programFile: readProgramFile,
    signal: new AbortController().signal,
  });
  const told: PreviewMessage[] = [];
  const due: (() => void)[] = [];
  const follow = followStyles(
    files,
    (message) => told.push(message),
    (_, act) => due.push(act),
  );
  /** Saves, and lets the pause pass. */
  const save = async (text: string) => {
    deck.told.length = 0;
    await deck.save("02-peace.md", text);
    deck.told.forEach(follow);
    for (const act of due.splice(0)) act();
  };
  try {
    await save((DECK["02-peace.md"] ?? "").replace("Bread is baked", "Rye bread is baked"));
    expect(told).toEqual([]);
    await save(
      "## Bread {#bread}\n\n```timeline\nevents:\n  - { id: a, date: 1961-07-06, label: A treaty }\n  - { id: b, date: 1962-07-06, label: Another }\n```\n",
    );
    expect(deck.session.problems()).toEqual([]);
    expect(told).toMatchObject([{ kind: "files", paths: ["assets/theme.css"] }]);
    await save("## Bread {#bread}\n\n평양\n");
    expect(told).toHaveLength(2);
  } finally {
    await deck.close();
  }
});
