/** Authors run formatters over their Markdown: what the format means must not depend on what they change. */
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format } from "prettier";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Deck } from "../../scripts/model.ts";
import { parsed } from "./deck-of.ts";

const era = `---
title:   Permission to invade
span: 1950-01/1953-07-27     # EDTF
places: [Moscow,   Pyongyang]
terms: { armistice: An agreement that stops the fighting. }
---
## A *telegram* in January {#telegram layout=figure account=radchenko aliases="wire old/cable" data-state=quiet}
* Months of pleading
* Intercepted cables [@radchenko-2024-book, pp. 12-14] {.step}
* __Consent__ {.step #consent}

![The peninsula in June 1950](media/june_1950.png "Korea, June 1950"){.wide #june-1950}

Narration:
For months *Kim* had asked. [click] In Radchenko's account, intercepted American cables [click] reassured Stalin: Washington, they suggested,
would not fight. [focus june-1950] The answer came [pause 800ms] on 30 January 1950 [@weathersby; @matray-2002, p. 3]. [wait]

[Kim Il Sung](say:kim-il-SUNG) and [Terentii](say:teh-REN-tee SHTIH-koff), [the old man](<say:the old man>) met [sic] \\[click].[^why]
Note:
* Ask who has read the telegram.
---

## {#columns layout=columns}
::: left
### 1950
Pleading {.small}
:::

::: {.box #b}
Group
:::

::: right
1) one
2) two
:::

Narration: Then [show b] and now.

---
Old heading
===========
Term
: Meaning {.x}

| a | b |
|--|:-:|
| c {.y} | d |

{.table-class}

\`\`\`js [1-2]
---
\`\`\`
<!-- .slide: data-transition="fade" -->

> We must.
>
> — Somebody
----
##   Last   ##
<p class="fragment">Text</p>

[^why]: Because *of* it [@key].
`;

const folder: { path: string } = { path: "" };
beforeAll(async () => void (folder.path = await mkdtemp(join(tmpdir(), "lanternist-format-"))));
afterAll(async () => await rm(folder.path, { recursive: true, force: true }));

/** A formatter that fills lines joins a line to the one above it: empty lines keep them apart. */
const spaced = era.replaceAll(/^:::.*$/gm, "\n$&\n").replaceAll(/^: /gm, "\n$&");

const formatters: [string, string, (text: string) => Promise<string>][] = [
  ["Prettier", era, async (text) => await format(text, { parser: "markdown" })],
  [
    "Prettier with filled lines, where ::: and definitions stand after empty lines,",
    spaced,
    async (text) => await format(text, { parser: "markdown", proseWrap: "always", printWidth: 60 }),
  ],
  [
    "oxfmt",
    era,
    async (text) => {
      const path = join(folder.path, "01-era.md");
      await writeFile(path, text);
      execFileSync(process.execPath, ["node_modules/oxfmt/bin/oxfmt", path], { stdio: "pipe" });
      return await readFile(path, "utf8");
    },
  ],
];

/** A deck without what a formatter may change: places, and white space that HTML does not show. */
function meaning(deck: Deck): unknown {
  return JSON.parse(
    JSON.stringify(deck, (key, value: unknown) => {
      if (key === "at" || key === "endLine") return undefined;
      return typeof value === "string" ? value.replace(/\s+/g, " ").trim() : value;
    }),
  );
}

test.each(formatters)("%s changes nothing", async (_name, written, formatted) => {
  const read = async (text: string) =>
    await parsed({
      "deck.yaml": "title: A\naccounts: { radchenko: His account }\n",
      "01-era.md": text,
      "media/june_1950.png": "",
    });
  const before = await read(written);
  const text = await formatted(written);
  expect(text).not.toBe(written);
  const after = await read(text);
  expect(meaning(after.deck)).toEqual(meaning(before.deck));
  expect(after.problems.map((p) => p.code).sort()).toEqual(before.problems.map((p) => p.code).sort());
});
