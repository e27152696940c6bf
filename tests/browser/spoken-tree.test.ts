/**
 * What assistive technology finds in each state of the page. Only the player's own controls and what holds them, with what they say of
 * themselves, so that no browser version changes it. After adding a control: `npx vitest run tests/browser/spoken-tree -u`, and read the diff.
 */
import type { Page, SerializedAXNode } from "puppeteer-core";
import { expect, test } from "vitest";
import type { Lecture } from "../../scripts/model.ts";
import { tonesLecture } from "./fixture.ts";
import { useSite } from "./helper.ts";

/** Roles that are shown; the words of slides, captions and lists are other tests' matter. */
const ROLES = new Set([
  "alert",
  "button",
  "checkbox",
  "combobox",
  "complementary",
  "dialog",
  "group",
  "heading",
  "link",
  "main",
  "region",
  "searchbox",
  "slider",
  "status",
  "textbox",
]);

/** What is compared; the text of other tests' snapshots stays what it is, for they share the worker. */
interface Spoken {
  readonly spokenLines: readonly string[];
}

const isSpoken = (value: unknown): value is Spoken =>
  typeof value === "object" && value !== null && "spokenLines" in value;

expect.addSnapshotSerializer({
  test: isSpoken,
  serialize: (value: Spoken) => value.spokenLines.join("\n"),
});

/** The tree as lines, such as `  button "Captions" pressed: false`. */
async function tree(page: Page): Promise<Spoken> {
  // Chromium's own tree has the number of a slider only.
  const valueTexts = await page.$$eval("[aria-valuetext]", (sliders) =>
    sliders.map(
      (slider) => [slider.getAttribute("aria-label"), slider.getAttribute("aria-valuetext")] as const,
    ),
  );
  const root = await page.accessibility.snapshot();
  return { spokenLines: root === null ? [] : linesOf(root, new Map(valueTexts), "") };
}

type ValueTexts = ReadonlyMap<string | null, string | null>;

function linesOf(node: SerializedAXNode, valueTexts: ValueTexts, indent: string): string[] {
  const isShown = ROLES.has(node.role);
  const deeper = isShown ? `${indent}  ` : indent;
  const inner = (node.children ?? []).flatMap((child) => linesOf(child, valueTexts, deeper));
  return isShown ? [`${indent}${describe(node, valueTexts)}`, ...inner] : inner;
}

function describe({ role, name, ...node }: SerializedAXNode, valueTexts: ValueTexts): string {
  const hasValue = role === "combobox" || role === "textbox";
  const states = {
    pressed: node.pressed,
    expanded: role === "button" ? node.expanded : undefined,
    checked: node.checked,
    disabled: node.disabled,
    value: role === "slider" ? valueTexts.get(name ?? null) : hasValue ? node.value : undefined,
  };
  const told = Object.entries(states).flatMap(([state, value]) =>
    value === undefined ? [] : [` ${state}: ${value}`],
  );
  // A clock is never twice the same.
  return `${role}${name ? ` "${name}"` : ""}${told.join("")}`.replaceAll(/\d+(:\d\d)+/g, "00:00");
}

/** The fixture with an hour of silence after each sound, so that a slow machine is still on the first slide. */
async function slowLecture(): Promise<Lecture> {
  const lecture = await tonesLecture();
  const hourMs = 3_600_000;
  const slides = lecture.timeline.slides.map((slide, n) => ({
    ...slide,
    startMs: slide.startMs + n * hourMs,
    endMs: slide.endMs + (n + 1) * hourMs,
    sentences: slide.sentences.map((its) => ({
      ...its,
      startMs: its.startMs + n * hourMs,
      endMs: its.endMs + n * hourMs,
    })),
    stepsMs: slide.stepsMs.map((ms) => ms + n * hourMs),
    waitsMs: slide.waitsMs.map((ms) => ms + n * hourMs),
  }));
  return {
    ...lecture,
    timeline: { ...lecture.timeline, durationMs: slides.at(-1)?.endMs ?? 0, slides },
  };
}

const site = useSite(slowLecture);

test("opening, there is what the lecture is and how to start it", async () => {
  const { page } = await site.open();
  expect(await tree(page)).toMatchInlineSnapshot(`
    region "Tones & <silences>"
      link "Read this lecture as text"
      heading "Tones & <silences>"
      button "Start with sound"
      button "Start silent, with captions"
      button "Present it yourself"
      checkbox "Describe pictures: before each slide the voice says what its pictures show" checked: false
      link "Accessibility"
      link "Put together a selection"
  `);
});

test("playing, there is the slide and what moves it", async () => {
  const { page } = await site.open();
  await page.click("#start-with-sound");
  await page.waitForSelector("#play.is-playing");
  expect(await tree(page)).toMatchInlineSnapshot(`
    main
      heading "Tones & <silences>"
      group "Slide 1 of 5, A telegram in January"
        heading "A telegram in January"
      region "Player"
        slider "Seek" value: 00:00 of 00:00, A telegram in January
        button "Pause"
        button "Back"
        button "Forward"
        button "10 seconds back"
        button "10 seconds on"
        combobox "Speed" value: 1×
        button "Captions" pressed: false
        button "Mute" pressed: false
        slider "Volume" value: 100 %
        button "Transcript" pressed: false
        button "Find in the lecture" expanded: false
        button "Overview" pressed: false
        button "Contents"
        button "More" expanded: false
      status
  `);
});

test("the open menu holds what is needed less often", async () => {
  const { page } = await site.open();
  await page.click("#start-silent");
  await page.click("#captions");
  await page.click("#more");
  expect(await tree(page)).toMatchInlineSnapshot(`
    main
      heading "Tones & <silences>"
      group "Slide 1 of 5, A telegram in January"
        heading "A telegram in January"
      region "Player"
        slider "Seek" value: 00:00 of 00:00, A telegram in January
        button "Pause"
        button "Back"
        button "Forward"
        button "10 seconds back"
        button "10 seconds on"
        combobox "Speed" value: 1×
        button "Captions" pressed: false
        button "Mute" pressed: true
        slider "Volume" value: 100 %
        button "Transcript" pressed: false
        button "Find in the lecture" expanded: false
        button "Overview" pressed: false
        button "Contents"
        button "More" expanded: true
        button "One sentence back"
        button "One sentence on"
        button "Present"
        button "Speaker view"
        button "Full screen"
        button "Draw on the slide"
        button "Copy link to this moment"
        button "Copy link to just this era"
        button "Bookmark this moment"
        button "Bookmarks and notes"
        link "Print just this era"
        link "Put together a selection"
        link "Report a mistake on this slide"
        button "Keys"
        button "Settings"
        button "What this lecture knows of you"
      status
  `);
});

test("while the contents are open there is nothing else", async () => {
  const { page } = await site.open();
  await page.click("#start-silent");
  await page.click("#contents");
  await page.waitForSelector("#contents-dialog[open] li");
  expect(await tree(page)).toMatchInlineSnapshot(`
    dialog "Contents"
      heading "Contents"
      button "Close"
      heading "Permission to invade 180 min · 0.1 MB"
      link "A telegram in January 00:00"
      link "Whose war? 00:00"
      link "A slide without words 00:00"
      heading "After </script> the war 120 min · 0.1 MB"
      link "The ceasefire 00:00"
      link "Who needs whom? 00:00"
      link "Read this lecture as text"
  `);
});
