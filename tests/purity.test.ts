import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const scripts = join(import.meta.dirname, "../scripts");

/** The stages that give the same bytes for the same input, whatever the machine, the day and the place. */
const PURE = [
  "source",
  "checks",
  "credits",
  "blocks",
  "remix/licenses",
  "render",
  "talk",
  "remix",
  "lecture.ts",
  "outputs/handout/around",
  "outputs/metadata.ts",
  "narration/plan.ts",
  "narration/estimate.ts",
  "narration/timeline.ts",
  "narration/captions.ts",
  "narration/transcript.ts",
  "talk/planned.ts",
  "talk/rehearsal.ts",
  "talk/rehearsal-table.ts",
  "talk/rehearsal-file.ts",
  "talk/rehearsal-csv.ts",
];

/** Reads what came with a package, or makes a table while developing. */
const EXCEPT = new Set(["blocks/map/atlas.ts", "render/update-font-coverage.ts"]);

/** Parts of Node that ask nothing of the machine. */
const HARMLESS = new Set(["node:crypto", "node:path"]);

/** The clock, chance, the environment, and what follows the machine's locale or time zone. */
const IMPURE =
  /\b(?:new Date\b|Date\.|Math\.random|performance\.|process\.|randomUUID|randomBytes|toLocale\w+|localeCompare|Intl\.(?!getCanonicalLocales))/g;

const files = readdirSync(scripts, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !EXCEPT.has(path))
  .filter((path) => PURE.some((pure) => path === pure || path.startsWith(`${pure}/`)));

describe("the pure stages", () => {
  test("are all looked at", () => {
    for (const pure of PURE) expect(files.some((path) => path.startsWith(pure))).toBe(true);
  });

  test.each(files)("%s asks nothing of the machine", (path) => {
    const code = readFileSync(join(scripts, path), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
    const modules = [...code.matchAll(/(?:from|import\()\s*"(node:[^"]+)"/g)].map(([, name = ""]) => name);
    expect(modules.filter((name) => !HARMLESS.has(name))).toEqual([]);
    expect(code.match(IMPURE) ?? []).toEqual([]);
  });
});
