import { describe, expect, it } from "vitest";
import { WebVTTParser } from "webvtt-parser";
import { captionsOf, captionsOfSentence, webVtt } from "../../scripts/narration/captions.ts";
import { textLecture } from "./text-lecture.ts";

const texts = (text: string): (readonly string[])[] =>
  captionsOfSentence({ text, startMs: 0, endMs: 10_000, words: [] }, 10_000).map(({ lines }) => lines);

describe("captions.vtt", () => {
  it("is valid, and gives back every sentence", () => {
    const { timeline } = textLecture();
    const { cues, errors } = new WebVTTParser().parse(webVtt(captionsOf(timeline.slides)), "subtitles");
    expect(errors).toEqual([]);
    const said = cues.map(({ text }) =>
      text.replaceAll("\n", " ").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
    );
    expect(said.join(" ")).toBe(
      timeline.slides.flatMap(({ sentences }) => sentences.map(({ text }) => text)).join(" "),
    );
    expect(cues[0]?.startTime).toBe((timeline.slides[1]?.startMs ?? 0) / 1000);
  });

  it("begins a caption with its first word", () => {
    const text =
      "When the reply came at last on the thirtieth of January, the old teacher was already on the train to Moscow.";
    const words = [...text.matchAll(/\S+/g)].map((match, i) => ({
      from: match.index,
      to: match.index + match[0].length,
      startMs: i * 500,
      endMs: i * 500 + 400,
    }));
    const cut = captionsOfSentence({ text, startMs: 0, endMs: 11_000, words }, 11_000);
    for (const { lines, startMs } of cut) {
      const first = words.find(({ from }) =>
        text.slice(from).replaceAll("\n", " ").startsWith(lines.join(" ")),
      );
      expect(startMs).toBe(first?.startMs);
    }
    expect(cut).toHaveLength(2);
  });

  it.each([
    ["one line where it fits", "The answer came on 30 January.", [["The answer came on 30 January."]]],
    [
      "two even lines",
      "For months Kim had asked, and nobody in Moscow had answered.",
      [["For months Kim had asked,", "and nobody in Moscow had answered."]],
    ],
    [
      "captions that end at a mark",
      "In his account, intercepted American cables reassured Stalin: Washington would not fight for a place it had called unimportant.",
      [
        ["In his account, intercepted", "American cables reassured Stalin:"],
        ["Washington would not fight", "for a place it had called unimportant."],
      ],
    ],
  ])("makes %s", (_, text, lines) => {
    expect(texts(text)).toEqual(lines);
  });

  it("cuts a word that is longer than a line, and counts Korean as wide", () => {
    expect(
      texts("x".repeat(100))
        .flat()
        .map((line) => line.length),
    ).toEqual([42, 42, 16]);
    expect(
      Math.max(
        ...texts("김일성은 모스크바에 마흔여덟 번이나 전보를 보내어 허락을 구하였다고 한다")
          .flat()
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(21 + 5);
  });
});
