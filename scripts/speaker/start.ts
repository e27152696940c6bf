/** Puts the parts of the speaker view together: the index is read out of the page. */
import "../../templates/site/base.css";
import "../../templates/site/keys.css";
import "../../templates/site/go-to.css";
import "../../templates/site/menu.css";
import "../../templates/site/drawing.css";
import "../../templates/site/speaker.css";
import "../../templates/site/rehearsal.css";
import "../../templates/site/speaker-sizes.css";
import { createColumns, type Columns } from "../player/columns.ts";
import type { ColumnData, LectureIndex } from "../player/data.ts";
import { byId } from "../player/dom.ts";
import { createDrawing } from "../player/drawing.ts";
import { openDrawings } from "../player/drawing-store.ts";
import { createGoTo } from "../player/go-to.ts";
import { createKeysDialog } from "../player/keys-dialog.ts";
import { lectureDrawer } from "../player/lecture-drawer.ts";
import { openMemory } from "../player/memory.ts";
import { openPart } from "../player/only-part.ts";
import { becomes, createRenewals } from "../player/renewal.ts";
import { openSettings } from "../player/settings.ts";
import { textsOf } from "../player/texts.ts";
import { makeTrack } from "../player/track.ts";
import { createWindowLink } from "../player/window-link.ts";
import { createHub, type TalkHub } from "../talk/hub.ts";
import { createDrawingWords } from "./drawing-words.ts";
import { planned } from "../talk/planned.ts";
import { createMoves } from "./moves.ts";
import { createPace } from "./pace.ts";
import { createPlaces } from "./places.ts";
import { createPointing } from "./pointing.ts";
import { createPrivateNotes } from "./private-notes.ts";
import { createPrompter } from "./prompter.ts";
import { createRehearse } from "./rehearse.ts";
import { createSpeaker } from "./speaker.ts";
import { createStatus } from "./status.ts";
import { createStopwatch } from "./stopwatch.ts";
import { createTextSize } from "./text-size.ts";
import type { DrawSpeaker, SpeakerView } from "./view.ts";

/** A speaker view that runs. */
export interface RunningSpeaker {
  readonly index: LectureIndex;
  readonly columns: Columns;
  readonly view: () => SpeakerView;
  /** To the presenting window; more ways can be added. */
  readonly link: TalkHub;
  /** Absent where only a part of the lecture is open. */
  readonly renew?: (next: LectureIndex, replaced: ReadonlyMap<number, ColumnData | undefined>) => void;
  /** Private notes of these columns are others now. */
  readonly renewNotes: (columns: readonly number[], version: number) => void;
}

/** Starts the speaker view. */
export function startSpeaker(): RunningSpeaker {
  const whole: LectureIndex = JSON.parse(byId("lecture", HTMLScriptElement).textContent ?? "");
  const texts = textsOf(whole.texts);
  const wholeColumns = createColumns(whole);
  const { index, columns } = openPart(whole, wholeColumns, location.search);
  const track = makeTrack(index);
  const drawer = lectureDrawer(index.id, location.pathname);
  const memory = openMemory(drawer);
  const windows = createWindowLink(index.id);
  const link = createHub();
  link.add(windows);
  const parts: DrawSpeaker[] = [];
  const renewals = createRenewals();

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
    onRenew: renewals.listen,
    go: ({ fullId }) => speaker.ask({ to: "go", slide: fullId, step: 0 }),
  });
  const pointing = createPointing(speaker, link);
  const sheet = createKeysDialog(
    () => moves.rows,
    () => ["present"],
    texts,
  );
  const drawing = createDrawing({
    host: byId("now-frame", HTMLDivElement),
    store: openDrawings(drawer, link),
    link,
    index: whole,
    track: index === whole ? track : makeTrack(whole),
    columns: wholeColumns,
    carried: ({ column, row }) => columns.get(column)?.slides[row]?.drawn,
    texts,
    ...createDrawingWords(),
  });
  const player = openMemory("player");
  const letterKeys = () => openSettings(player).get().letterKeys;
  const moves = createMoves(speaker, {
    letterKeys,
    track,
    goTo,
    sheet,
    pointer: pointing.toggle,
    draw: drawing.toggle,
  });
  const stopwatch = createStopwatch(memory, texts);
  // Of the whole, so that a part has the minutes that it has there.
  const open = new Set(track.slides.map(({ fullId }) => fullId));
  const plan = planned(whole)?.filter(({ slide }) => open.has(slide));
  createTextSize(player);
  // What is added to the speaker view is one more part here.
  parts.push(
    createStatus(),
    createPlaces(texts),
    createPrompter(texts),
    notes.draw,
    moves.draw,
    pointing.draw,
    ({ now, state }) => drawing.draw(now.slide, !state.overview),
    createPace(plan, stopwatch, texts),
    createRehearse({ index, plan, memory, stopwatch, texts }),
  );
  speaker.wake();

  function renew(next: LectureIndex, replaced: ReadonlyMap<number, ColumnData | undefined>): void {
    becomes(index, track, next);
    for (const [column, data] of replaced) columns.replace(column, data);
    renewals.tell();
    speaker.renew();
  }
  return {
    index,
    columns,
    view: speaker.view,
    link,
    ...(index === whole && { renew }),
    renewNotes: (changed, version) => {
      notes.renew(changed, version);
      speaker.renew();
    },
  };
}
