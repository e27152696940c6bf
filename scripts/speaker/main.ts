/** Starts the speaker view: reads the index out of the page and puts the parts together. */
import "../../templates/site/base.css";
import "../../templates/site/keys.css";
import "../../templates/site/go-to.css";
import "../../templates/site/speaker.css";
import "../../templates/site/speaker-sizes.css";
import { createColumns } from "../player/columns.ts";
import type { LectureIndex } from "../player/data.ts";
import { byId } from "../player/dom.ts";
import { createGoTo } from "../player/go-to.ts";
import { createKeysDialog } from "../player/keys-dialog.ts";
import { lectureDrawer } from "../player/lecture-drawer.ts";
import { openMemory } from "../player/memory.ts";
import { openPart } from "../player/only-part.ts";
import { openSettings } from "../player/settings.ts";
import { textsOf } from "../player/texts.ts";
import { makeTrack } from "../player/track.ts";
import { createWindowLink } from "../player/window-link.ts";
import { createHub } from "../talk/hub.ts";
import { createMoves } from "./moves.ts";
import { createPace } from "./pace.ts";
import { createPlaces } from "./places.ts";
import { createPointing } from "./pointing.ts";
import { createPrivateNotes } from "./private-notes.ts";
import { createPrompter } from "./prompter.ts";
import { createSpeaker } from "./speaker.ts";
import { createStatus } from "./status.ts";
import { createStopwatch } from "./stopwatch.ts";
import { createTextSize } from "./text-size.ts";
import type { DrawSpeaker } from "./view.ts";

function main(): void {
  const whole: LectureIndex = JSON.parse(byId("lecture", HTMLScriptElement).textContent ?? "");
  const texts = textsOf(whole.texts);
  const { index, columns } = openPart(whole, createColumns(whole), location.search);
  const track = makeTrack(index);
  const memory = openMemory(lectureDrawer(index.id, location.pathname));
  const windows = createWindowLink(index.id);
  const link = createHub();
  link.add(windows);
  const parts: DrawSpeaker[] = [];

  const notes = createPrivateNotes(whole, texts);
  const speaker = createSpeaker({
    index,
    track,
    columns,
    link,
    draw: (view) => {
      for (const draw of parts) draw(view);
    },
    wanted: (slide) => notes.load(slide, () => speaker.wake()),
  });
  const goTo = createGoTo({
    index,
    track,
    columns,
    texts,
    go: ({ fullId }) => speaker.ask({ to: "go", slide: fullId, step: 0 }),
  });
  const pointing = createPointing(speaker, link);
  const sheet = createKeysDialog(
    () => moves.rows,
    () => ["present"],
    texts,
  );
  const player = openMemory("player");
  const letterKeys = () => openSettings(player).get().letterKeys;
  const moves = createMoves(speaker, { track, goTo, sheet, pointer: pointing.toggle, letterKeys });
  const stopwatch = createStopwatch(memory, texts);
  createTextSize(player);
  // What is added to the speaker view is one more part here.
  parts.push(
    createStatus(),
    createPlaces(texts),
    createPrompter(texts),
    notes.draw,
    moves.draw,
    pointing.draw,
    createPace(index, stopwatch, texts),
  );
  speaker.wake();
}

main();
