import { describe, expect, it } from "vitest";
import { plainText, transcriptOf } from "../../scripts/narration/transcript.ts";
import { textLecture } from "./text-lecture.ts";

describe("transcript.txt", () => {
  it("has titles, times, what is said, and the sources", () => {
    const lecture = textLecture();
    const total = lecture.timeline.slides.map(({ startMs }) => Math.floor(startMs / 1000));
    expect(transcriptOf(lecture)).toBe(`Worn-out shoes
Moscow and Pyongyang
Ada Example, 2026-11-23
Without sound; times are estimated

[0:00] Worn-out shoes

An era
======

[0:05] Slide telegram (Radchenko’s account)

For months Kim had asked. In Radchenko’s account, intercepted cables <reassured> Stalin & his aides: Washington would not fight.

The answer came [1].

[1] Sergey Radchenko, To Run the World (Cambridge, 2024), p. 12.

[note 1] A second thought.

[0:${total[2]}] (untitled)

(no narration)

[0:${total[3]}] Credits and licence

Licence: CC-BY-4.0

Voice: CMU Flite, voice rms
`);
  });

  it("names the voice, and hours where there are some", () => {
    const lecture = textLecture();
    const { timeline } = lecture;
    const long = { ...lecture, timeline: { ...timeline, estimated: false, durationMs: 3_700_000 } };
    expect(transcriptOf(long)).toContain("Spoken by a synthetic voice: CMU Flite, voice rms\n");
    expect(transcriptOf(long)).toContain("[0:00:05] Slide telegram");
  });

  it("reads each source once, however many slides there are", () => {
    const lecture = textLecture();
    let reads = 0;
    const bibliography = lecture.bibliography.map((entry) => ({
      ...entry,
      get noteHtml() {
        reads += 1;
        return entry.noteHtml;
      },
    }));
    const [era] = lecture.deck.eras;
    if (era === undefined) throw new Error("the lecture has no era");
    const eras = [era, { ...era, slides: [...era.slides, ...era.slides] }];
    const text = transcriptOf({ ...lecture, bibliography, deck: { ...lecture.deck, eras } });
    expect(text.match(/To Run the World/g)).toHaveLength(3);
    expect(reads).toBe(bibliography.length);
  });

  it("never holds the lecturer's notes", () => {
    expect(transcriptOf(textLecture())).not.toContain("Do not tell");
  });

  it.each([
    ["1 &lt; 2 &amp; 3&nbsp;&#8212; &#x41;", "1 < 2 & 3 — A"],
    ['so<sup><a class="cite" href="#a">1</a>, <a class="cite" href="#b">2</a></sup>.', "so [1, 2]."],
    ['so<sup class="x"><a class="footnote-ref" href="#n">3</a></sup>', "so [note 3]"],
    ["a <em>very\n long</em> walk", "a very long walk"],
  ])("reads %s as text", (html, text) => {
    expect(plainText(html)).toBe(text);
  });
});
