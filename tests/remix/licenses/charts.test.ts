/**
 * The rules beside the three charts that Creative Commons publishes in "Combining and adapting CC material":
 * https://creativecommons.org/faq/#combining-and-adapting-cc-material
 */
import { describe, expect, test } from "vitest";
import { licenseOf } from "../../../scripts/remix/licenses/license.ts";
import { rate, type Use } from "../../../scripts/remix/licenses/rules.ts";
import { judge } from "../../../scripts/remix/licenses/verdict.ts";

const ID: Readonly<Record<string, string>> = {
  PD: "CC-PDM-1.0",
  CC0: "CC0-1.0",
  BY: "CC-BY-4.0",
  "BY-SA": "CC-BY-SA-4.0",
  "BY-NC": "CC-BY-NC-4.0",
  "BY-ND": "CC-BY-ND-4.0",
  "BY-NC-SA": "CC-BY-NC-SA-4.0",
  "BY-NC-ND": "CC-BY-NC-ND-4.0",
};
const idOf = (name: string): string => ID[name] ?? name;

/** Reads a chart: names above, a name and a word for each cell in every line. */
function cells(chart: string): [row: string, column: string, cell: string][] {
  const [columns = [], ...rows] = chart
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  return rows.flatMap(([row = "", ...found]) =>
    found.map((cell, i): [string, string, string] => [row, columns[i] ?? "", cell]),
  );
}

describe("what may be remixed: “Can I combine material under different Creative Commons licenses in my work?”", () => {
  const chart = `
             PD  CC0 BY  BY-SA BY-NC BY-ND BY-NC-SA BY-NC-ND
    PD       yes yes yes yes   yes   no    yes      no
    CC0      yes yes yes yes   yes   no    yes      no
    BY       yes yes yes yes   yes   no    yes      no
    BY-SA    yes yes yes yes   no    no    no       no
    BY-NC    yes yes yes no    yes   no    yes      no
    BY-ND    no  no  no  no    no    no    no       no
    BY-NC-SA yes yes yes no    yes   no    yes      no
    BY-NC-ND no  no  no  no    no    no    no       no`;
  test.each(cells(chart))("%s with %s: %s", (a, b, remixed) => {
    const parts = [a, b].map((name) => ({ title: name, license: idOf(name), changes: "remixed" }));
    const { licenses } = judge({ license: "CC-BY-4.0" }, parts);
    expect(licenses.length > 0).toBe(remixed === "yes");
    // Under a licence that the answer names, nothing stands against it.
    for (const license of licenses) expect(judge({ license }, parts).answer).toBe("yes");
    if (licenses.length > 0) return;
    // And no other licence of the family would do either.
    for (const license of Object.values(ID)) expect(judge({ license }, parts).answer).toBe("no");
  });
  test("has every pair", () => {
    expect(cells(chart)).toHaveLength(Object.keys(ID).length ** 2);
  });
});

describe("which licence an adaptation may carry: “Adapter's license chart”", () => {
  // Green, yellow ("CC does not recommend", for conditions stay that the licence does not show) and dark gray.
  const words = { green: "yes", yellow: "if", gray: "no" };
  const chart = `
             BY     BY-NC BY-NC-ND BY-NC-SA BY-ND  BY-SA  CC0
    PD       green  green green    green    green  green  green
    CC0      green  green green    green    green  green  green
    BY       green  green green    green    green  green  yellow
    BY-NC    yellow green green    green    yellow yellow yellow
    BY-NC-ND gray   gray  gray     gray     gray   gray   gray
    BY-NC-SA gray   gray  gray     green    gray   gray   gray
    BY-ND    gray   gray  gray     gray     gray   gray   gray
    BY-SA    gray   gray  gray     gray     gray   green  gray`;
  test.each(cells(chart))("%s under %s: %s", (original, adapter, color) => {
    const part = { title: "The original", license: idOf(original), changes: "adapted" };
    const { answer, licenses } = judge({ license: idOf(adapter) }, [part]);
    expect(answer).toBe(words[color as keyof typeof words]);
    expect(licenses.includes(idOf(adapter))).toBe(color === "green");
  });
});

describe("what a collection may hold: “If I create a collection that includes a work offered under a CC license”", () => {
  const chart = `
             commercial non-commercial
    PD       yes        yes
    BY       yes        yes
    BY-NC    no         yes
    BY-NC-ND no         yes
    BY-NC-SA no         yes
    BY-ND    yes        yes
    BY-SA    yes        yes`;
  const collections: Readonly<Record<string, readonly string[]>> = {
    commercial: ["BY", "BY-SA", "BY-ND"],
    "non-commercial": ["BY-NC", "BY-NC-SA", "BY-NC-ND"],
  };
  test.each(cells(chart))("%s in a %s one: %s", (work, kind, held) => {
    const part = { title: "The work", license: idOf(work), files: ["media/work.jpg"] };
    // What may not be adapted is held as it is.
    const answer = held === "no" ? "no" : work.endsWith("ND") ? "if" : "yes";
    for (const name of collections[kind] ?? [])
      expect(judge({ license: idOf(name) }, [part]).answer).toBe(answer);
  });
});

describe("versions of the share-alike licences, by their sections on share-alike", () => {
  const chart = `
                      CC-BY-SA-1.0 CC-BY-SA-2.0 CC-BY-SA-2.5 CC-BY-SA-3.0 CC-BY-SA-3.0-DE CC-BY-SA-4.0
    CC-BY-SA-1.0      yes          no           no           no           no              no
    CC-BY-SA-2.0      no           yes          yes          yes          yes             yes
    CC-BY-SA-2.0-UK   no           yes          yes          yes          yes             yes
    CC-BY-SA-2.1-JP   no           no           yes          yes          yes             yes
    CC-BY-SA-2.5      no           no           yes          yes          yes             yes
    CC-BY-SA-3.0      no           no           no           yes          yes             yes
    CC-BY-SA-3.0-IGO  no           no           no           yes          yes             yes
    CC-BY-SA-3.0-DE   no           no           no           yes          yes             yes
    CC-BY-SA-4.0      no           no           no           no           no              yes
    CC-BY-NC-SA-3.0   no           no           no           no           no              no`;
  test.each(cells(chart))("%s under %s: %s", (original, adapter, answer) => {
    expect(rate(licenseOf(original), "adapted", licenseOf(adapter)).answer).toBe(answer);
  });
});

describe("licences beside Creative Commons'", () => {
  const chart = `
                       use     CC-BY-4.0 CC-BY-SA-4.0 CC-BY-SA-3.0 LAL-1.3 GPL-3.0-only GFDL-1.3-only
    CC-BY-SA-4.0       adapted no        yes          no           yes     yes          no
    CC-BY-NC-SA-4.0    adapted no        no           no           no      no           no
    LAL-1.3            adapted no        yes          no           yes     no           no
    LAL-1.3            whole   yes       yes          yes          yes     yes          yes
    GPL-3.0-only       adapted no        no           no           no      yes          no
    GPL-2.0-or-later   adapted no        no           no           no      yes          no
    GPL-2.0-only       adapted no        no           no           no      no           no
    GFDL-1.2-only      adapted no        no           no           no      no           no
    GFDL-1.2-or-later  adapted no        no           no           no      no           yes
    GFDL-1.1-only      whole   if        if           if           if      if           if
    GPL-3.0-only       whole   if        if           if           if      if           if
    PDDL-1.0           adapted yes       yes          yes          yes     yes          yes
    OFL-1.1            adapted yes       yes          yes          yes     yes          yes
    OFL-1.1            whole   yes       yes          yes          yes     yes          yes
    MIT                adapted yes       yes          yes          yes     yes          yes
    OGL-UK-3.0         adapted yes       yes          yes          yes     yes          yes
    Apache-2.0         whole   yes       yes          yes          yes     yes          yes
    LicenseRef-all-rights-reserved whole no no        no           no      no           no
    LicenseRef-Flite   whole   if        if           if           if      if           if`;
  const [head = "", ...rows] = chart.trim().split("\n");
  const columns = head.trim().split(/\s+/).slice(1);
  test.each(rows.map((row) => row.trim().split(/\s+/)))("%s, %s", (license = "", use = "", ...answers) => {
    const found = columns.map((column) => rate(licenseOf(license), use as Use, licenseOf(column)).answer);
    expect(found).toEqual(answers);
  });
});
