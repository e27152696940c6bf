import { describe, expect, it } from "vitest";
import { blockKinds, loadBlocks } from "../../scripts/blocks/index.ts";
import type { DeckFiles } from "../../scripts/model.ts";

function deckOf(files: Record<string, string>): DeckFiles {
  const entries = Object.entries(files).map(([path, text]) => {
    const bytes = new TextEncoder().encode(text);
    return [path, { path, sizeBytes: bytes.length, bytes }] as const;
  });
  return { name: "talk", files: new Map(entries) };
}

describe("loadBlocks", () => {
  it("loads the kinds whose fences occur, and no others", async () => {
    const blocks = await loadBlocks(
      deckOf({
        "01-era.md": "# A\n\n```map {#june}\nextent: [1, 2, 3, 4]\n```\n",
        "notes.txt": "```timeline",
      }),
    );
    expect([...blocks.keys()]).toEqual(["map"]);
  });

  it.each(["~~~ timeline\n~~~", "- item\n\n  ```timeline {#a}\n  ```", "> ````timeline\n> ````"])(
    "sees the fence in %j",
    async (text) => {
      expect([...(await loadBlocks(deckOf({ "a.md": text }))).keys()]).toEqual(["timeline"]);
    },
  );

  it("loads nothing for a deck without blocks", async () => {
    const text = "# A map\n\n```js\nmap\n```\n\nSee `timeline`, and map in ```words```.\n";
    expect((await loadBlocks(deckOf({ "a.md": text }))).size).toBe(0);
  });

  it("knows its kinds", () => {
    expect(blockKinds).toEqual(["map", "timeline"]);
  });
});
