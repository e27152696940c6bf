/** Respellings as phones: every entry of the table that authors are likely to use. */
import { expect, test } from "vitest";
import { isRespelling, respellingToArpabet } from "../../scripts/source/reading/respelling.ts";

test.each([
  ["sheh-vard-NAHD-zeh", "SH EH0 V AA0 R D N AA1 D Z EH0"],
  ["kim-il-SUNG", "K IH0 M IH0 L S AH1 NG"],
  ["PYUNG-yang", "P Y AH1 NG Y AE0 NG"],
  ["JOO-cheh", "JH UW1 CH EH0"],
  ["RO-dong", "R OW1 D AO0 NG"],
  ["SIN-moon", "S IH1 N M UW0 N"],
  ["YUL", "Y AH1 L"],
  ["RAHD-chen-ko", "R AA1 D CH EH0 N K OW0"],
  ["SHTI-kov", "SH T IH1 K AA0 V"],
  ["PWEB-loh", "P W EH1 B L OW0"],
  ["KEE-yiv", "K IY1 Y IH0 V"],
  ["guh-LAHG", "G AH0 L AA1 G"],
  ["HY-drah", "HH AY1 D R AA0"],
  ["MIDE-lee", "M AY1 D L IY0"],
  ["lang-gwij", "L AE1 NG G W IH0 JH"],
])("%s is %s", (written, phones) => expect(respellingToArpabet(written)).toBe(phones));

test.each(["zz", "kim-zz", "née", ""])("%j has no vowel or no sound in it", (written) =>
  expect(respellingToArpabet(written)).toBeUndefined(),
);

test("hyphens and capitals make a respelling; a letter's name and an ordinary word are none", () => {
  expect(["sheh-vard", "SUNG", "kim-il-SUNG"].map(isRespelling)).toEqual([true, true, true]);
  expect(["kim", "U", "Kim", "the", "KGB"].map(isRespelling)).toEqual([false, false, false, false, false]);
});
