import { describe, expect, test } from "vitest";
import spdxIds from "spdx-license-ids/index.json" with { type: "json" };
import { addressOf, licenseOf, nameOf } from "../../../scripts/remix/licenses/license.ts";
import { partsOf } from "../../../scripts/remix/licenses/parts.ts";
import { judge, useOf, type Part } from "../../../scripts/remix/licenses/verdict.ts";
import { sayReason, sayVerdict } from "../../../scripts/remix/licenses/words.ts";
import { makeEra, makeLecture, makeSlide } from "../../model.ts";

const relief: Part = { title: "Relief of Korea", license: "CC-BY-SA-4.0", files: ["media/relief.svg"] };
const bySa = { license: "CC-BY-SA-4.0" };

/** The verdict's line, and every reason with the rule that it rests on. */
function read(whole: Parameters<typeof judge>[0], ...parts: Part[]): string[] {
  const verdict = judge(whole, parts);
  const reasons = verdict.reasons.map(
    (reason) => `${reason.answer}: ${sayReason(reason)} | ${reason.clause}`,
  );
  return [sayVerdict(verdict, whole.license), ...reasons];
}

describe("a lecture that shows other people's pictures", () => {
  test("may show a share-alike picture whole, whatever its own licence", () => {
    expect(read({ license: "CC-BY-4.0" }, relief)).toEqual(["yes, all may be passed on under CC-BY-4.0"]);
  });

  test("goes on under the picture's licence once the picture is cropped", () => {
    expect(read({ license: "CC-BY-4.0" }, { ...relief, changes: "cropped" })).toEqual([
      "no, it may be made and shown, but not passed on under CC-BY-4.0; the lecture may go on with license: CC-BY-SA-4.0",
      'no: "Relief of Korea" (media/relief.svg) is CC BY-SA 4.0: what is made from it may go on only under CC BY-SA 4.0 or a later version of it | CC BY-SA 4.0, section 3(b)',
    ]);
  });

  test("learns on which slide it shows what may not go on", () => {
    const photo = { title: "Yalu bridge", license: "CC-BY-NC-2.0", files: ["media/bridge.jpg"] };
    const slides = ["war/one", "war/two"].map((id) => makeSlide(id, { files: ["media/bridge.jpg"] }));
    const { deck } = makeLecture([makeEra("war", [...slides, makeSlide("war/three")])], {
      meta: { ...bySa, credits: [photo] },
    });
    expect(judge(deck.meta, partsOf(deck)).reasons.map(({ where }) => where)).toEqual([
      "media/bridge.jpg, on slides war/one, war/two",
    ]);
  });

  test("learns where a condition about profit bites", () => {
    const photo = { title: "Yalu bridge", license: "CC-BY-NC-2.0", files: ["media/bridge.jpg"] };
    expect(read(bySa, photo)).toEqual([
      "no, it may be made and shown, but not passed on under CC-BY-SA-4.0; the lecture may go on with license: CC-BY-NC-4.0, CC-BY-NC-SA-4.0 or CC-BY-NC-ND-4.0",
      'no: "Yalu bridge" (media/bridge.jpg) is CC BY-NC 2.0 and may not be used for profit, which CC BY-SA 4.0 would allow | CC BY-NC 2.0, section 4(b)',
    ]);
    expect(read({ license: "CC-BY-NC-SA-4.0" }, photo)).toEqual([
      "yes, all may be passed on under CC-BY-NC-SA-4.0",
    ]);
  });

  test("may show what must not be changed, as it is", () => {
    const poster = { title: "Poster", license: "CC-BY-ND-4.0", files: ["media/poster.jpg"] };
    expect(read(bySa, poster)).toEqual([
      'yes, all may be passed on under CC-BY-SA-4.0, if this is kept: "Poster" (media/poster.jpg) is CC BY-ND 4.0 and may be passed on only as it is [CC BY-ND 4.0, section 2(a)(1)(B): https://creativecommons.org/licenses/by-nd/4.0/legalcode]',
      'if: "Poster" (media/poster.jpg) is CC BY-ND 4.0 and may be passed on only as it is | CC BY-ND 4.0, section 2(a)(1)(B)',
    ]);
    expect(read({}, { ...poster, license: "CC-BY-NC-ND-4.0" })[1]).toContain(
      "only as it is, and not for profit",
    );
    expect(read(bySa, { ...poster, changes: "colours" })).toEqual([
      "no, it may be made and shown, but not passed on under CC-BY-SA-4.0; no licence lets all of it go together",
      'no: "Poster" (media/poster.jpg) is CC BY-ND 4.0, and what is made from it may not be passed on | CC BY-ND 4.0, section 2(a)(1)(B)',
    ]);
  });

  test("chooses among the licences that a picture offers", () => {
    const wiki = { ...relief, changes: "cropped", license: "GFDL-1.2-or-later OR CC-BY-SA-3.0" };
    expect(judge(bySa, [wiki]).answer).toBe("yes");
    expect(judge(bySa, [{ ...wiki, license: "GFDL-1.2-or-later AND CC-BY-SA-3.0" }]).answer).toBe("no");
    expect(judge({ license: "CC-BY-4.0" }, [{ ...wiki, license: "CC-BY-SA-4.0 OR CC-BY-4.0" }]).answer).toBe(
      "yes",
    );
  });

  test("that leaves its readers a choice has to hold under each licence", () => {
    const cropped = { ...relief, changes: "cropped" };
    expect(judge({ license: "CC-BY-SA-4.0 OR CC-BY-4.0" }, [cropped]).answer).toBe("no");
    expect(judge({ license: "CC-BY-SA-4.0 OR LAL-1.3" }, [cropped]).answer).toBe("yes");
  });
});

test("a credit about many drawings names a few of them", () => {
  const files = Array.from({ length: 40 }, (_, i) => `media/${i}.svg`);
  expect(judge(bySa, [{ title: "Drawings", files }]).reasons.map(sayReason)).toEqual([
    '"Drawings" (media/0.svg, media/1.svg, media/2.svg and 37 more) names no licence, so all rights are reserved',
  ]);
});

describe("a course made of other people's slides", () => {
  const a = { title: "Korea", license: "CC-BY-SA-3.0", slides: ["war/telegram"] };
  const b = { title: "Cold War", license: "CC-BY-NC-SA-4.0", slides: ["war/harvest"] };

  test("says which two no licence brings together", () => {
    const { licenses, reasons } = judge(bySa, [a, b]);
    expect(licenses).toEqual([]);
    expect(reasons.map(({ title, where, clashes }) => ({ title, where, clashes }))).toEqual([
      { title: "Cold War", where: "in slide war/harvest", clashes: ["Korea"] },
    ]);
  });

  test("adds no condition beside a share-alike slide", () => {
    const byNc = { ...b, license: "CC-BY-NC-4.0" };
    expect(judge(bySa, [byNc]).answer).toBe("if");
    expect(read(bySa, a, byNc)).toEqual([
      "no, it may be made and shown, but not passed on under CC-BY-SA-4.0; no licence lets all of it go together",
      'no: "Cold War" (in slide war/harvest) is CC BY-NC 4.0 and may not be used for profit, which CC BY-SA 4.0 does not say; no condition may be added beside what is made from CC BY-SA 3.0 | CC BY-SA 3.0, section 4(b)',
    ]);
  });

  test("moves older versions on to a later one, but not the first", () => {
    expect(judge(bySa, [a, { ...b, license: "CC-BY-SA-2.0-UK" }]).answer).toBe("yes");
    expect(judge({}, [a, { ...b, license: "CC-BY-SA-1.0" }]).licenses).toEqual([]);
    expect(judge({}, [{ ...b, license: "CC-BY-SA-1.0" }]).licenses).toEqual(["CC-BY-SA-1.0"]);
  });

  test("without a licence of its own keeps all rights, which share-alike forbids", () => {
    expect(read({}, a)[0]).toBe(
      "no, it may be made and shown, but not passed on; the lecture may go on with license: CC-BY-SA-4.0 or CC-BY-SA-3.0",
    );
    expect(judge({}, [{ ...a, license: "CC-BY-3.0" }]).answer).toBe("yes");
  });
});

describe("sound", () => {
  const reading: Part = { title: "A reading", files: ["recordings/war/telegram.wav"] };
  test.each([
    ["CC-BY-SA-1.0", "yes"],
    ["CC-BY-SA-2.0", "no"],
    ["CC-BY-ND-3.0", "no"],
    ["CC-BY-4.0", "yes"],
  ])("that the slides move with, under %s: %s", (license, answer) => {
    expect(useOf(reading)).toBe("timed");
    expect(judge({ license: "CC-BY-4.0" }, [{ ...reading, license }]).answer).toBe(answer);
  });
  test("names the clause that makes it an adaptation", () => {
    expect(read({}, { ...reading, license: "CC-BY-ND-4.0" })[1]).toContain(
      "sound in time with the slides counts as adapted (section 1(a))",
    );
  });
  test("that plays by itself on a slide is whole, and so is a picture that a voice speaks about", () => {
    expect(useOf({ title: "Radio", files: ["media/radio.mp3"] })).toBe("whole");
    expect(useOf(relief)).toBe("whole");
  });
});

describe("what nobody licensed", () => {
  test("is all rights reserved", () => {
    const { reasons, licenses } = judge(bySa, [{ title: "A photograph" }]);
    expect(reasons).toMatchObject([
      {
        answer: "no",
        text: "names no licence, so all rights are reserved",
        source: expect.stringContaining("wipo.int") as string,
      },
    ]);
    expect(licenses).toEqual([]);
    expect(judge(bySa, [{ title: "B", license: "LicenseRef-all-rights-reserved" }]).answer).toBe("no");
  });
  test("may be used on a basis, and is named", () => {
    expect(read(bySa, relief, { title: "A photograph", basis: "quotation" })).toEqual([
      'yes, all may be passed on under CC-BY-SA-4.0; on your responsibility and not passed on: "A photograph"',
    ]);
  });
  test("goes with the lecture when its own authors made it", () => {
    const whole = { ...bySa, authors: [{ name: "Ada Lim" }, { name: "B. Kaya" }] };
    expect(judge(whole, [{ title: "Drawings", author: "Ada Lim and B. Kaya" }]).answer).toBe("yes");
    expect(judge(whole, [{ title: "Drawings", author: "Ada Lim, C. Doe" }]).answer).toBe("no");
    expect(
      judge(whole, [{ title: "Drawings", author: "Ada Lim", changes: "x", license: "CC-BY-ND-4.0" }]).answer,
    ).toBe("no");
  });
});

test("the flagship's kinds of parts go together", () => {
  const parts = [
    { title: "Natural Earth", license: "LicenseRef-public-domain", changes: "Projected and simplified" },
    { title: "Source Serif", license: "OFL-1.1" },
    { title: "A notice that stays", license: "MIT", changes: "shortened" },
  ];
  expect(judge(bySa, parts)).toMatchObject({ answer: "yes", reasons: [] });
});

test("every licence of Creative Commons that SPDX lists is known, with its name and address", () => {
  const ids = spdxIds.filter((id) => id.startsWith("CC-") && !/PDDC|PDM/.test(id));
  expect(ids.length).toBeGreaterThan(40);
  expect(ids.filter((id) => licenseOf(id).kind !== "cc")).toEqual([]);
  const shown = (id: string) => [nameOf(licenseOf(id)), addressOf(licenseOf(id))];
  expect(shown("CC-BY-NC-SA-3.0-IGO")).toEqual([
    "CC BY-NC-SA 3.0 IGO",
    "https://creativecommons.org/licenses/by-nc-sa/3.0/igo/legalcode",
  ]);
  expect(shown("CC-BY-SA-2.1-JP")).toEqual([
    "CC BY-SA 2.1 JP",
    "https://creativecommons.org/licenses/by-sa/2.1/jp/legalcode",
  ]);
  expect(shown("CC-BY-NC-ND-1.0")[1]).toBe("https://creativecommons.org/licenses/by-nd-nc/1.0/legalcode");
  expect(shown("GFDL-1.2-or-later")[1]).toBe("https://www.gnu.org/licenses/old-licenses/fdl-1.2.html");
  expect(shown("GPL-3.0-only")[1]).toBe("https://spdx.org/licenses/GPL-3.0-only.html");
});
