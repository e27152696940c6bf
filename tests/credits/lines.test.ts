import licenseIds from "spdx-license-ids/index.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { licenseParts } from "../../scripts/credits/license-names.ts";
import { adaptedLine, creditGroups, licenseEntries, ownLine } from "../../scripts/credits/lines.ts";
import { creditWords } from "../../scripts/credits/words.ts";
import type { DeckMeta, LectureCredit } from "../../scripts/model.ts";
import { plainText } from "../../scripts/render/html.ts";
import { makeMeta } from "../model.ts";

const meta = (given: Partial<DeckMeta> = {}): DeckMeta =>
  makeMeta({ title: "Shoes", authors: [{ name: "Ada Lim" }], license: "CC-BY-SA-4.0", ...given });

const PARADE: LectureCredit = {
  kind: "pictures",
  title: "Parade in Pyongyang",
  author: "Associated Press",
  source: "https://www.example.org/parade/",
  license: "LicenseRef-all-rights-reserved",
  changes: "cropped.",
  basis: "quotation",
  note: "The lecture asks how it was staged.",
};

const lineOf = (credit: LectureCredit, language = "en"): string =>
  plainText(creditGroups([credit], { meta: meta({ language }) }).at(-1)?.entries[0] ?? "");

describe("a credit in words", () => {
  test("has title, author, source, licence, changes, and on whose responsibility it is used", () => {
    expect(lineOf(PARADE)).toBe(
      "Parade in Pyongyang, Associated Press, example.org/parade, all rights reserved. Changed: cropped. " +
        "A quotation, on the responsibility of Ada Lim; not passed on: The lecture asks how it was staged.",
    );
  });

  test("is German in a German lecture", () => {
    expect(
      lineOf(
        { ...PARADE, license: "LicenseRef-public-domain", basis: "permission", note: "Brief vom 3. Mai" },
        "de",
      ),
    ).toBe(
      "Parade in Pyongyang, Associated Press, example.org/parade, gemeinfrei. Geändert: cropped. " +
        "Mit Erlaubnis, in der Verantwortung von Ada Lim; wird nicht weitergegeben: Brief vom 3. Mai.",
    );
  });

  test("says of a synthetic voice that it is one", () => {
    expect(lineOf({ kind: "voices", title: "CMU Flite", synthetic: true })).toBe(
      "CMU Flite, a synthetic voice.",
    );
  });

  test("holds nothing of the author's as markup, and leads to https addresses only", () => {
    const nasty = '"><script>alert(1)</script>';
    const made = (source: string): string =>
      creditGroups([{ kind: "works", title: nasty, author: nasty, source, changes: nasty }], {
        meta: meta({ title: nasty }),
        marked: true,
      })
        .flatMap(({ entries }) => entries)
        .join("") +
      adaptedLine({ title: nasty, author: nasty, source, note: nasty }, { meta: meta() }, "war--one");
    expect(made(nasty) + made(`https://example.org/${nasty}`)).not.toContain("<script");
    expect(made("javascript:alert(1)")).not.toContain('href="javascript');
  });
});

test("credits stand in groups, after the lecture's own licence", () => {
  const groups = creditGroups([{ kind: "works", title: "An essay" }, PARADE], { meta: meta() });
  expect(groups.map(({ heading, entries }) => [heading, entries.map(plainText)[0]?.slice(0, 9)])).toEqual([
    ["", "Shoes, Ad"],
    ["Works used", "An essay."],
    ["Pictures and films", "Parade in"],
  ]);
  expect(ownLine({ meta: makeMeta() })).toBe("");
});

test("an adapted slide names title, author and licence, and links to both", () => {
  const credit = {
    title: "Korea",
    author: "Mina Park",
    source: "https://example.org/korea/",
    license: "CC-BY-4.0",
    changes: "shortened",
  };
  const line = adaptedLine(credit, { meta: meta() }, "war--telegram");
  expect(plainText(line)).toBe("Adapted from Korea by Mina Park, CC BY 4.0. Changed: shortened.");
  expect([...line.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
    "https://example.org/korea/",
    "https://creativecommons.org/licenses/by/4.0/",
  ]);
  expect(plainText(adaptedLine(credit, { meta: meta({ language: "de" }) }, "war--telegram"))).toBe(
    "Bearbeitet nach Korea von Mina Park, CC BY 4.0. Geändert: shortened.",
  );
  expect(plainText(adaptedLine({ title: "Korea" }, { meta: meta() }, "war--telegram"))).toBe(
    "Adapted from Korea.",
  );
});

describe("licences", () => {
  const named = (expression: string): string =>
    licenseParts(expression, creditWords("en"))
      .map((part) => (typeof part === "string" ? part : `${part.name}<${part.address ?? ""}>`))
      .join("");

  test.each([
    ["CC-BY-SA-4.0", "CC BY-SA 4.0<https://creativecommons.org/licenses/by-sa/4.0/>"],
    ["CC-BY-NC-ND-3.0-DE", "CC BY-NC-ND 3.0 DE<https://creativecommons.org/licenses/by-nc-nd/3.0/de/>"],
    // The first version named its elements in another order.
    ["CC-BY-NC-ND-1.0", "CC BY-NC-ND 1.0<https://creativecommons.org/licenses/by-nd-nc/1.0/>"],
    ["CC0-1.0", "CC0 1.0<https://creativecommons.org/publicdomain/zero/1.0/>"],
    ["OFL-1.1", "SIL OFL 1.1<https://openfontlicense.org/open-font-license-official-text/>"],
    ["GFDL-1.3-or-later", "GFDL 1.3 or later<https://www.gnu.org/licenses/fdl-1.3.html>"],
    ["GFDL-1.2-only", "GFDL 1.2<https://www.gnu.org/licenses/old-licenses/fdl-1.2.html>"],
    ["Apache-2.0+", "Apache 2.0 or later<https://www.apache.org/licenses/LICENSE-2.0>"],
    ["OGL-UK-3.0", "OGL-UK-3.0<https://spdx.org/licenses/OGL-UK-3.0.html>"],
    ["LicenseRef-Wilson-Center", "Wilson Center licence<>"],
    [
      "(MIT OR CC-BY-4.0) AND LicenseRef-public-domain",
      "(MIT<https://opensource.org/license/mit> or CC BY 4.0<https://creativecommons.org/licenses/by/4.0/>) and public domain<>",
    ],
    [
      "GPL-2.0-only WITH Classpath-exception-2.0",
      "GPL-2.0-only<https://spdx.org/licenses/GPL-2.0-only.html> with Classpath-exception-2.0",
    ],
  ])("%s", (expression, shown) => {
    expect(named(expression)).toBe(shown);
  });

  test("every Creative Commons licence of SPDX's list that has elements leads to Creative Commons", () => {
    const ids = licenseIds.filter((id) => id.startsWith("CC-BY"));
    expect(ids.length).toBeGreaterThan(40);
    for (const id of ids)
      expect(named(id)).toMatch(
        /<https:\/\/creativecommons\.org\/licenses\/by[a-z-]*\/\d\.\d\/(?:[a-z]+\/)?>$/,
      );
  });

  test("are listed once each, with their whole names", () => {
    const entries = licenseEntries([PARADE, { ...PARADE, license: "CC-BY-SA-4.0 OR MIT" }], { meta: meta() });
    expect(entries.map(plainText)).toEqual([
      "CC BY-SA 4.0: Creative Commons Attribution-ShareAlike 4.0 International, creativecommons.org/licenses/by-sa/4.0",
      "MIT: MIT License, opensource.org/license/mit",
    ]);
  });
});
