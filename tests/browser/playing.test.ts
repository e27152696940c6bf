import { expect, test } from "vitest";
import { look, playedTo, useSite } from "./helper.ts";

const site = useSite();

test("playing shows each slide, step and caption at its time, through sound, gaps and silence", async () => {
  const { page, complaints } = await site.open();
  await page.click("#start-with-sound");
  await page.click("#captions");

  await playedTo(page, 200);
  expect(await look(page)).toMatchObject({
    slide: "A telegram in January",
    items: [],
    caption: "For months Kim had asked.",
    playing: true,
  });
  await playedTo(page, 1_600);
  expect(await look(page)).toMatchObject({
    items: ["Months of pleading"],
    focused: "Months of pleading",
    caption: "The answer came on 30 January.",
  });
  await playedTo(page, 2_050);
  expect((await look(page)).items).toEqual(["Months of pleading", "Consent"]);
  await playedTo(page, 3_100);
  expect(await look(page)).toMatchObject({ slide: "A telegram in January" });
  await playedTo(page, 3_550);
  expect(await look(page)).toMatchObject({ slide: "Whose war?", fragment: "#/war/whose-war" });
  await playedTo(page, 6_600);
  expect(await look(page)).toMatchObject({ slide: "A slide without words", caption: "" });
  await playedTo(page, 8_100);
  expect(await look(page)).toMatchObject({ slide: "The ceasefire", fragment: "#/peace/ceasefire" });
  expect(complaints).toEqual([]);
});
