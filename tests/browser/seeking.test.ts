import { expect, test } from "vitest";
import { look, seekTo, useSite } from "./helper.ts";

const site = useSite();

const telegram = { slide: "A telegram in January", fragment: "#/war/telegram" };
const moments: readonly (readonly [number, object])[] = [
  [0, { ...telegram, items: [], focused: "", caption: "For months Kim had asked." }],
  [999, { ...telegram, items: [] }],
  [1_000, { ...telegram, items: ["Months of pleading"], focused: "", caption: "For months Kim had asked." }],
  [1_450, { ...telegram, items: ["Months of pleading"], caption: "For months Kim had asked." }],
  [1_500, { ...telegram, focused: "Months of pleading", caption: "The answer came on 30 January." }],
  [2_000, { ...telegram, items: ["Months of pleading", "Consent"], focused: "Months of pleading" }],
  [3_499, { ...telegram, items: ["Months of pleading", "Consent"], caption: "" }],
  [3_500, { slide: "Whose war?", fragment: "#/war/whose-war", items: [], caption: "Whose war was it?" }],
  [6_500, { slide: "A slide without words", fragment: "#/war/silence", caption: "" }],
  [8_000, { slide: "The ceasefire", fragment: "#/peace/ceasefire", caption: "What would you have signed?" }],
  [10_000, { slide: "The ceasefire", caption: "They signed a ceasefire." }],
  [16_499, { slide: "Who needs whom?", fragment: "#/peace/who", caption: "" }],
];

test("seeking to a moment shows what the timeline says, from before and from behind", async () => {
  const { page } = await site.open();
  await page.click("#start-silent");
  await page.click("#play");
  for (const from of [0, 16_500]) {
    for (const [ms, seen] of moments) {
      await seekTo(page, from);
      await seekTo(page, ms);
      expect(await look(page), `${ms} ms, from ${from}`).toMatchObject({ ...seen, positionMs: ms });
    }
  }
});

test("seeking while it plays moves the sound too, into the slide and across slides", async () => {
  const { page } = await site.open();
  await page.click("#start-with-sound");
  for (const ms of [12_900, 2_100, 4_000]) {
    await seekTo(page, ms);
    await page.waitForFunction(
      (goal) => {
        const audio = document.querySelector("audio");
        const position = Number(document.querySelector<HTMLInputElement>("#seek")?.value);
        return audio !== null && !audio.paused && !audio.seeking && position > goal + 100;
      },
      {},
      ms,
    );
    const { file, behindMs } = await page.evaluate(soundBehindBar);
    const [name, startMs] =
      ms > 12_500
        ? ["peace-who.mp3", 12_500]
        : ms < 3_500
          ? ["war-telegram.mp3", 0]
          : ["war-whose-war.mp3", 3_500];
    expect(file).toBe(name);
    // 69 ms: where the first sample lies in the decoded file.
    const nearestMs = Math.min(...behindMs.map((behind) => Math.abs(behind + startMs - 69)));
    expect(nearestMs).toBeLessThan(60);
  }
});

/** In the page: the file that is heard, and in ten frames how far its time is from the bar's. A late frame draws the bar late; not all ten are. */
async function soundBehindBar(): Promise<{ file: string | undefined; behindMs: number[] }> {
  const audio = document.querySelector("audio");
  const behindMs: number[] = [];
  while (behindMs.length < 10) {
    await new Promise(requestAnimationFrame);
    const position = Number(document.querySelector<HTMLInputElement>("#seek")?.value);
    behindMs.push((audio?.currentTime ?? 0) * 1000 - position);
  }
  return { file: audio?.currentSrc.split("/").at(-1), behindMs };
}
