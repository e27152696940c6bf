import { networkInterfaces } from "node:os";
import { expect, test } from "vitest";
import { look } from "./helper.ts";
import { DECK, says, usePreview } from "./preview.ts";

const preview = usePreview(["--no-audio", "--host"]);
const isInNetwork = Object.values(networkInterfaces())
  .flatMap((list) => list ?? [])
  .some(({ internal, family }) => !internal && family === "IPv4");

/** The presenting window and, in a browser that knows nothing of it, a speaker view. */
async function twoDevices(path = "/speaker.html") {
  const desk = await preview.open();
  const present = await desk.page.waitForSelector("#start-present", { visible: true });
  await present?.click();
  const other = await preview.open(path);
  await other.page.waitForFunction(
    () => document.querySelector("#now-slide")?.textContent === "A small lecture",
  );
  return { desk, other };
}

const titleOn = (title: string) =>
  `document.querySelector("#now-slide")?.textContent === ${JSON.stringify(title)}`;

test("a speaker view on another device is in step both ways", async () => {
  const { desk, other } = await twoDevices();
  await desk.page.keyboard.press("ArrowRight");
  await other.page.waitForFunction(titleOn("Stone"));
  expect(await other.page.$eval("#private-notes", (notes) => notes.textContent)).toContain(
    "Think of stones.",
  );

  await other.page.keyboard.press("ArrowRight");
  await desk.page.waitForFunction(
    () => document.querySelectorAll(".present > .present li:not(.is-hidden)").length === 1,
  );
  // One press is one step, however many ways lead there.
  expect((await look(desk.page)).items).toEqual(["One"]);
  await other.page.keyboard.press("b");
  await desk.page.waitForSelector("#black-screen", { visible: true });
  expect([...desk.complaints, ...other.complaints]).toEqual([]);
});

test("after either is loaded anew they find each other again", async () => {
  const { desk, other } = await twoDevices();
  await desk.page.keyboard.press("ArrowRight");
  await other.page.waitForFunction(titleOn("Stone"));
  await other.page.reload();
  await other.page.waitForFunction(titleOn("Stone"));
  await desk.page.reload();
  await desk.page.waitForSelector(".present > .present");
  await desk.page.keyboard.press("ArrowDown");
  await other.page.waitForFunction(titleOn("Iron"));
  expect((await look(desk.page)).slide).toBe("Iron");
});

test("an edit of slide, script and private note is seen in the speaker view", async () => {
  const { desk, other } = await twoDevices();
  await desk.page.keyboard.press("ArrowRight");
  await other.page.waitForFunction(titleOn("Stone"));
  const edited = (DECK["01-war.md"] ?? "")
    .replace("- One", "- The first")
    .replace("A stone is laid.", "A rock is laid.")
    .replace("Think of stones.", "Think of rocks.");
  await preview.write("01-war.md", edited);
  await says(desk.page, "The first");
  const shows = (selector: string, text: string) =>
    other.page.waitForFunction(
      (where, wanted) => document.querySelector(where)?.textContent?.includes(wanted),
      {},
      selector,
      text,
    );
  await shows("#now-frame", "The first");
  await shows("#script-text", "A rock is laid.");
  await shows("#private-notes", "Think of rocks.");
  expect([desk.loads(), other.loads()]).toEqual([1, 1]);
  await preview.write("01-war.md", DECK["01-war.md"] ?? "");
});

test.skipIf(!isInNetwork)(
  "another device of the network joins with the key that the desk shows, once",
  async () => {
    const desk = await preview.open();
    const button = await desk.page.waitForSelector(".preview-device", { visible: true });
    await button?.click();
    const line = await desk.page.waitForSelector(".preview-key", { visible: true });
    const key =
      /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await line?.evaluate((element) => element.textContent)) ?? "")?.[0] ??
      "";
    const how = (await desk.page.$eval(".preview-invitation p", (element) => element.textContent)) ?? "";
    const address = /http:\/\/[\d.:]+/.exec(how)?.[0] ?? "";

    const phone = await preview.open(undefined, address);
    await phone.page.waitForSelector("#key");
    expect(await phone.page.content()).not.toContain("Stone");
    await phone.page.type("#key", "WRNG-KEYS");
    await phone.page.keyboard.press("Enter");
    await phone.page.waitForFunction(() =>
      document.querySelector("#wrong")?.textContent?.startsWith("This key is wrong"),
    );
    await phone.page.type("#key", key.toLowerCase());
    await phone.page.keyboard.press("Enter");
    await phone.page.waitForSelector("#start-silent", { visible: true });

    const second = await preview.open(`/speaker.html#join=${key}`, address);
    await second.page.waitForFunction(() =>
      document.querySelector("#wrong")?.textContent?.startsWith("This key is wrong"),
    );
    expect(await second.page.evaluate(() => location.hash)).toBe("");
  },
);
