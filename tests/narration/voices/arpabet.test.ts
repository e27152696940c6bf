import { describe, expect, it } from "vitest";
import { readArpabet, readIpa } from "../../../scripts/narration/voices/arpabet.ts";

describe("pronunciations", () => {
  it.each([
    ["SH EH1 V ER0 D N AA1 D Z EH0", "sh eh1 v er0 d n aa1 d z eh0"],
    ["k ih m", "k ih1 m"],
    ["AH0 B AW1 T", "ax0 b aw1 t"],
    ["P AX1 T", "p ah1 t"],
  ])("reads the ARPAbet %s", (written, phones) => {
    expect(readArpabet(written)).toEqual({ phones: phones.split(" ") });
  });

  it.each([
    ["/ˈdʒuːtʃe/", "jh uw1 ch ey0"],
    ["pʰjʌŋ.jaŋ", "p y ah1 ng y aa0 ng"],
    ["kim", "k iy1 m"],
    ["ˌʃɛvərdˈnad͡zə", "sh eh2 v er0 d n aa1 d z ax0"],
    ["xruˈɕːɵf", undefined],
  ])("reads the IPA %s", (written, phones) => {
    expect(readIpa(written)).toEqual(phones === undefined ? { wrong: "ɵ" } : { phones: phones.split(" ") });
  });

  it("says which phone it does not know", () => {
    expect(readArpabet("SH XX1 V")).toEqual({ wrong: "xx1" });
    expect(readArpabet("")).toEqual({ wrong: "" });
    expect(readIpa("")).toEqual({ wrong: "" });
  });
});
