import { expect, test } from "vitest";
import { playedTo, useSite } from "./helper.ts";

const site = useSite();

const MONTHS = "Months of pleading";
const telegram = { slide: "A telegram in January", items: [] as string[], focused: "" };
const told = { ...telegram, items: [MONTHS, "Consent"], focused: MONTHS };
const whose = { slide: "Whose war?", items: [], focused: "" };
const FOR_MONTHS = "For months Kim had asked.";
const ANSWER = "The answer came on 30 January.";

/** From when on → what is to be seen, as the fixture's timeline has it; a caption stays a little longer than its words. */
const EXPECTED = [
  [0, { ...telegram, caption: FOR_MONTHS }],
  [1_000, { ...telegram, items: [MONTHS], caption: FOR_MONTHS }],
  [1_500, { ...telegram, items: [MONTHS], focused: MONTHS, caption: ANSWER }],
  [2_000, { ...told, caption: ANSWER }],
  [3_400, { ...told, caption: "" }],
  [3_500, { ...whose, caption: "Whose war was it?" }],
  [6_400, { ...whose, caption: "" }],
  [6_500, { slide: "A slide without words", items: [], focused: "", caption: "" }],
  [8_000, { slide: "The ceasefire", items: [], focused: "", caption: "What would you have signed?" }],
] as const;

test("playing shows each slide, step and caption at its time, through sound, gaps and silence", async () => {
  const { page, complaints } = await site.open();
  await page.click("#start-with-sound");
  await page.click("#captions");
  await page.evaluate(() => {
    const frames: unknown[] = [];
    Object.assign(window, { drawn: frames });
    const text = (element: Element | null | undefined) => element?.textContent?.trim() ?? "";
    const record = () => {
      const slide = document.querySelector(".slides > section.present > section.present");
      const items = [...(slide?.querySelectorAll("li") ?? [])].filter(
        (item) => getComputedStyle(item).visibility === "visible" && item.closest(".slot") !== null,
      );
      const seen = {
        slide: text(slide?.querySelector("h2")),
        items: items.map(text),
        focused: text(slide?.querySelector(".is-focused")),
        caption: text(document.querySelector("#caption")),
      };
      frames.push([Number(document.querySelector<HTMLInputElement>("#seek")?.value), seen]);
      requestAnimationFrame(record);
    };
    requestAnimationFrame(record);
  });
  await playedTo(page, 8_100);
  const frames = await page.evaluate(() => Reflect.get(window, "drawn") as [number, object][]);

  // Every frame shows what belongs to its time, however few a busy machine draws.
  const belongs = (ms: number) => EXPECTED.findLast(([from]) => from <= ms)?.[1];
  expect(frames).toEqual(frames.map(([ms]) => [ms, belongs(ms)]));
  expect(frames.length).toBeGreaterThan(20);
  expect(complaints).toEqual([]);
});
