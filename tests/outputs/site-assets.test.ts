import { expect, test } from "vitest";
import { readProgramFile } from "../../scripts/io/program.ts";
import { assets } from "../../scripts/outputs/assets.ts";
import { tonesLecture } from "../browser/fixture.ts";

test("styles, fonts and media go where every page looks for them", async () => {
  const lecture = await tonesLecture();
  const media = ["media/june-1950.jpg", "media/sub folder/map.png"];
  const { files } = await assets.make(
    { ...lecture, deck: { ...lecture.deck, media } },
    {
      programFile: readProgramFile,
      readDeck: () => Promise.reject(new Error("media are copied, not read")),
      staged: "/nowhere",
      openBrowser: () => Promise.reject(new Error("not needed")),
      progress: () => undefined,
      signal: new AbortController().signal,
    },
  );
  expect(files).toContainEqual({ path: "assets/media/june-1950.jpg", deckPath: "media/june-1950.jpg" });
  expect(files).toContainEqual({
    path: "assets/media/sub folder/map.png",
    deckPath: "media/sub folder/map.png",
  });
  const paths = files.map(({ path }) => path);
  const theme = files.find(({ path }) => path === "assets/theme.css");
  const named = theme !== undefined && "text" in theme ? [...theme.text.matchAll(/url\("([^"]+)"\)/g)] : [];
  expect(named.length).toBeGreaterThan(0);
  for (const [, path] of named) expect(paths).toContain(`assets/${path}`);
});
