import { afterAll, beforeAll, expect, test } from "vitest";
import { loadAnew, look, useSite } from "./helper.ts";
import { makeHost } from "./host.ts";
import { inStep, openTalk, presents } from "./talk.ts";

const host = makeHost(() => site.folder);
const site = useSite(undefined, { host: host.address });
beforeAll(host.start);
afterAll(host.stop);

test("from a host both windows keep in step too, also after either was loaded anew", async () => {
  const { slides, speaker, complaints } = await openTalk(site);
  await speaker.click("#forward");
  await presents(slides, "war/telegram", 1);
  await slides.keyboard.press("PageDown");
  await inStep(speaker, "1 / 5", 2);
  await loadAnew(slides);
  await inStep(speaker, "1 / 5", 2);
  await speaker.click("#forward");
  await presents(slides, "war/telegram", 3);
  await loadAnew(speaker);
  await inStep(speaker, "1 / 5", 3);
  await slides.keyboard.press("PageDown");
  await inStep(speaker, "2 / 5", 0);
  expect((await look(slides)).slide).toBe("Whose war?");
  expect(complaints()).toEqual([]);
});
