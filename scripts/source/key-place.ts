/** Where a deck says something about itself as a whole, for problems that only show long after its YAML was read. */
import type { At, DeckFiles } from "../model.ts";
import { readText } from "./text.ts";

/** The place of a key's value in `deck.yaml`, else in the first front matter that has it; the deck's first line where nobody wrote it. */
export function keyPlace({ files }: DeckFiles, key: string): At {
  const line = new RegExp(`^(${key}[ \\t]*:[ \\t]*)`);
  const yaml = files.get("deck.yaml");
  const eras = [...files.values()].filter(({ path }) => /^[^/]+\.md$/i.test(path));
  for (const file of yaml === undefined ? eras : [yaml]) {
    const lines = readText(file).text.split("\n");
    const end = file === yaml ? lines.length : lines.indexOf("---", 1);
    if (file !== yaml && lines[0] !== "---") continue;
    const index = lines.slice(0, end).findIndex((text) => line.test(text));
    if (index !== -1)
      return {
        file: file.path,
        line: index + 1,
        column: (line.exec(lines[index] ?? "")?.[0].length ?? 0) + 1,
      };
  }
  return { file: (yaml ?? eras[0])?.path ?? "deck.yaml", line: 1, column: 1 };
}
