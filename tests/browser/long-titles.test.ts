import { expect, test } from "vitest";
import { tonesLecture } from "./fixture.ts";
import { useSite } from "./helper.ts";

const site = useSite(async () => {
  const lecture = await tonesLecture();
  const eras = lecture.deck.eras.map((era) => ({
    ...era,
    title: "An era whose name says everything that happens in it",
  }));
  return { ...lecture, deck: { ...lecture.deck, eras } };
});

test.each([1280, 1024])("a long title under the slide does not widen the page of %d px", async (widthPx) => {
  const { page } = await site.open({ widthPx, heightPx: 800 });
  await page.click("#start-silent");
  const edges = await page.evaluate(() => ({
    titleIsCut:
      (document.querySelector("#now")?.scrollWidth ?? 0) > (document.querySelector("#now")?.clientWidth ?? 0),
    right: Math.max(
      ...[...document.querySelectorAll("#player, #player button")].map(
        (element) => element.getBoundingClientRect().right,
      ),
    ),
  }));
  expect(edges.titleIsCut).toBe(true);
  expect(edges.right).toBeLessThanOrEqual(widthPx);
});
