import { beforeAll, describe, expect, it } from "vitest";
import { hashOf } from "../../../scripts/narration/hash.ts";
import { compileFlite, flite, type Flite } from "../../../scripts/narration/voices/flite-engine.ts";
import { phoneMemory } from "../../../scripts/narration/voices/flite-phones.ts";
import { prepare } from "../../../scripts/narration/voices/flite.ts";
import { utterance } from "../utterances.ts";

/** Answers like Flite: the phones are the letters, a word with a hyphen has a pause inside. */
function engine(asked: string[]): (text: string) => string {
  return (text) => {
    asked.push(text);
    const words = text.replace(/\.$/, "").split(", ");
    const phones = words.map((word) =>
      word === "so"
        ? "s ow"
        : word
            .split("-")
            .map((part) => Array.from(part).join(" "))
            .join(" pau "),
    );
    return ` pau ${phones.filter((one) => !one.includes("x")).join(" pau ")} pau \n`;
  };
}

describe("phones of words", () => {
  it("are asked together with those that come next, once", () => {
    const asked: string[] = [];
    const memory = phoneMemory(engine(asked));
    expect(memory.phonesOf(["kim", "had"], ["asked", "had"])).toEqual([
      ["k", "i", "m"],
      ["h", "a", "d"],
    ]);
    expect(memory.phonesOf(["asked", "kim"], [])).toEqual([
      ["a", "s", "k", "e", "d"],
      ["k", "i", "m"],
    ]);
    expect(asked).toEqual(["so, kim, so, had, so, asked, so."]);
  });

  it("are right for a word with a pause inside, and for those that sound like the word between", () => {
    const memory = phoneMemory(engine([]));
    expect(memory.phonesOf(["so", "ab-cd", "sew", "e"], [])).toEqual([
      ["s", "ow"],
      ["a", "b", "c", "d"],
      ["s", "ow"],
      ["iy"],
    ]);
  });

  it("are asked one by one when the answers do not fit the words", () => {
    const asked: string[] = [];
    const memory = phoneMemory((text) =>
      text.split(", ").length > 3 ? "pau s ow pau" : engine(asked)(text),
    );
    expect(memory.phonesOf(["ab", "cd"], [])).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(asked).toEqual(["so, ab, so.", "so, cd, so."]);
  });
});

describe("Flite's clips", () => {
  let module: Awaited<ReturnType<typeof compileFlite>>;
  beforeAll(async () => {
    module = await compileFlite();
  });
  const sentence = utterance("The answer was a surprise to the old ally, and to us.");
  const say = (engine: Flite, coming: readonly string[]) =>
    engine.speak({
      ...prepare(sentence),
      coming,
      options: ["-voice", "kal16"],
      sampleRateHz: 16_000,
      gainDb: 0,
    }).words;

  it("have the same word times whatever the engine has said or will say", () => {
    const alone = say(flite(module), []);
    const crowded = flite(module);
    crowded.speak({
      ...prepare(utterance("Answer the a to old US.")),
      coming: ["ally"],
      options: ["-voice", "kal16"],
      sampleRateHz: 16_000,
      gainDb: 0,
    });
    expect(say(crowded, ["apple", "the", "us", "umbrella"])).toEqual(alone);
    expect(alone).toHaveLength(12);
  });

  it("are the same bytes as ever: what is kept stays right when Node or the engine moves", () => {
    const { samples } = flite(module).speak({
      ...prepare(sentence),
      coming: [],
      options: ["-voice", "kal16"],
      sampleRateHz: 16_000,
      gainDb: 0,
    });
    expect(hashOf([...samples])).toBe("0739186669e49d94e93b3703b68e2e02");
  });
});
