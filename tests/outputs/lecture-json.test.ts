import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { lectureData, lectureJson } from "../../scripts/outputs/lecture-json.ts";
import type { Tools } from "../../scripts/outputs/tools.ts";
import { textLecture } from "./text-lecture.ts";

const schema: Record<string, unknown> = JSON.parse(
  readFileSync(new URL("../../docs/schema/lecture.schema.json", import.meta.url), "utf8"),
);

/** This output uses nothing of the world. */
const tools: Tools = {
  programFile: async () => new Uint8Array(),
  readDeck: async () => new Uint8Array(),
  staged: "/staged",
  openBrowser: async () => {
    throw new Error("no browser is needed");
  },
  progress: () => {},
  signal: new AbortController().signal,
};

describe("lecture.json", () => {
  const data = lectureData(textLecture());

  it("is what its schema says", () => {
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
    validate(data);
    expect(validate.errors ?? []).toEqual([]);
    const withSound = structuredClone(textLecture());
    const sound = { path: "audio/00ff.mp3", durationMs: 1, delayMs: 69, sizeBytes: 1 };
    const timeline = {
      ...withSound.timeline,
      slides: withSound.timeline.slides.map((slide) => ({ ...slide, sound })),
    };
    validate(lectureData({ ...withSound, timeline }));
    expect(validate.errors ?? []).toEqual([]);
    validate({ ...data, notes: "secret" });
    expect(validate.errors?.[0]?.keyword).toBe("additionalProperties");
  });

  it("holds the author's slides in eras, and the made ones before and after", () => {
    expect(data).toMatchObject({
      version: 1,
      title: "Worn-out shoes",
      eras: [{ id: "era", slides: [{ id: "telegram", fullId: "era/telegram", steps: 1 }, { id: "whose" }] }],
      front: [{ kind: "title", id: "front/title" }],
      back: [{ kind: "credits", id: "back/credits" }],
      sources: [{ id: "radchenko-2024", text: "Radchenko, Sergey. To Run the World. Cambridge, 2024." }],
    });
  });

  it("holds neither notes nor paths of this machine, and the same bytes each time", async () => {
    const { files } = await lectureJson.make(textLecture(), tools);
    const again = await lectureJson.make(textLecture(), tools);
    expect(files).toEqual(again.files);
    const text = JSON.stringify(files);
    expect(text).not.toContain("Do not tell");
    expect(text).not.toContain("/home/");
    expect(text).not.toContain("01-era.md");
  });
});
