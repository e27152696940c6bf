/** The site: a lecture that plays in the browser, from disk or from any static host. */
import { counted, fileSize } from "../counted.ts";
import type { Lecture, OutputFile } from "../model.ts";
import type { Made, Output } from "./index.ts";
import { sharedOf } from "./shared.ts";
import { columnIndex, columnScript, columnSize, columnsOf, timesOf } from "./site/column.ts";
import { notesScripts } from "./site/notes.ts";
import { indexPage, lectureIndex } from "./site/page.ts";
import { sourceLink } from "./source.ts";
import { remixPage } from "./site/remix-page.ts";
import { speakerPage } from "./site/speaker-page.ts";
import { lectureYears } from "./site/years.ts";
import type { Tools } from "./tools.ts";

/** Files of the program that the site carries: where they go → where they come from. */
const PROGRAM = {
  "assets/player.js": "lib/site/player.js",
  "assets/site.css": "lib/site/player.css",
  "assets/speaker.js": "lib/site/speaker.js",
  "assets/speaker.css": "lib/site/speaker.css",
  "assets/remix.js": "lib/site/remix.js",
  "assets/remix.css": "lib/site/remix.css",
  "assets/remix-folder.js": "lib/site/remix-folder.js",
  "offline.js": "lib/site/offline.js",
};

/** The player is our work and reveal.js's, and packing a selection is fflate's: copies carry all three licences. The fonts carry theirs inside. */
const LICENSES = ["LICENSE", "licenses/reveal.js.txt", "licenses/fflate.txt"];

/** `index.html` and all that it plays from, `speaker.html` for who presents it, and `remix.html` for who takes parts of it; needs `assets`. */
export const site: Output = { name: "site", make: makeSite };

/** `index.html`, the player with its styles, a data script per column, and the sounds. */
async function makeSite(lecture: Lecture, tools: Tools): Promise<Made> {
  const shared = sharedOf(lecture, tools);
  const context = shared.context();
  const times = timesOf(lecture.timeline, shared.captions());
  const years = lectureYears(lecture.deck);
  const columns = columnsOf(lecture);
  const scripts = columns.map((column, number) => columnScript(column, number, times, years, context));
  const sizesBytes = columns.map((column, i) => columnSize(column, scripts[i]?.text ?? "", times));
  const indexes = columns.map((column, i) =>
    columnIndex(column, i, sizesBytes[i] ?? 0, times, years, context),
  );
  const index = lectureIndex(lecture.deck, indexes, {
    hasSound: lecture.sounds.length > 0,
    hasDescriptions: lecture.timeline.slides.some(({ description }) => description !== undefined),
    isPrivate: tools.speaker === true,
  });
  const program = Object.entries(PROGRAM).map(async ([path, source]) => ({
    path,
    bytes: await tools.programFile(source),
  }));
  const licenses = await Promise.all(LICENSES.map(tools.programFile));
  const notes = tools.speaker === true ? notesScripts(columns) : [];
  const files: OutputFile[] = [
    { path: "index.html", text: indexPage(lecture, columns, index, sourceLink(tools)) },
    { path: "speaker.html", text: speakerPage(lecture, index, notes) },
    { path: "remix.html", text: remixPage(lecture, columns, index, shared.names()) },
    ...(await Promise.all(program)),
    { path: "assets/player-licenses.txt", text: licenses.map(decode).join("\n\n") },
    ...scripts,
    ...notes.map(({ path, text }) => ({ path, text })),
    ...lecture.sounds.map(({ path, bytes }) => ({ path, bytes })),
  ];
  const slides = columns.flatMap((column) => column.slides).length;
  const soundBytes = lecture.sounds.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const sound = lecture.sounds.length === 0 ? ", no sound" : `, ${fileSize(soundBytes)} of sound`;
  return { files, problems: [], summary: `${counted(slides, "slide")}${sound}` };
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
