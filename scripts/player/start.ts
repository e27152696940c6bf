/** Puts the parts of the player together: the index is read out of the page. */
import "reveal.js/reveal.css";
import "../../templates/site/base.css";
import "../../templates/site/player.css";
import "../../templates/site/menu.css";
import "../../templates/site/sound.css";
import "../../templates/site/keys.css";
import "../../templates/site/offline.css";
import "../../templates/site/sizes.css";
import "../../templates/site/moments.css";
import "../../templates/site/transcript.css";
import "../../templates/site/find.css";
import "../../templates/site/captions.css";
import "../../templates/site/seek-tip.css";
import "../../templates/site/eras.css";
import "../../templates/site/drawing.css";
import "../../templates/site/go-to.css";
import "../../templates/site/present.css";
import { createCaptionLook } from "./caption-look.ts";
import { createColumns, type Columns } from "./columns.ts";
import { createContents } from "./contents.ts";
import { createControls } from "./controls.ts";
import { createCountdown } from "./countdown.ts";
import type { ColumnData, LectureIndex } from "./data.ts";
import { byId } from "./dom.ts";
import { createDescribePictures } from "./describe-pictures.ts";
import { createDrawing, type DrawingPart } from "./drawing.ts";
import { openDrawings } from "./drawing-store.ts";
import { createEnlarge } from "./enlarge.ts";
import { createEraRibbon } from "./era-ribbon.ts";
import { createFind } from "./find.ts";
import { createFullScreen } from "./full-screen.ts";
import { createGoTo } from "./go-to.ts";
import { createHands } from "./hands.ts";
import { createJumps } from "./jumps.ts";
import { createKnows } from "./knows.ts";
import { presentRows, type KeyRow } from "./keys.ts";
import { createKeysDialog } from "./keys-dialog.ts";
import { lectureDrawer } from "./lecture-drawer.ts";
import { createLinks } from "./links.ts";
import { createMediaSession } from "./media-session.ts";
import { openMemory } from "./memory.ts";
import { createMenu } from "./menu.ts";
import { createMessages, type Messages } from "./messages.ts";
import { createMoments } from "./moments.ts";
import { createNotesDialog } from "./notes-dialog.ts";
import { openNotes } from "./notes-store.ts";
import { createOffline } from "./offline.ts";
import { openPart, showPart } from "./only-part.ts";
import { createPlace } from "./place.ts";
import { createPlayer, type Player } from "./player.ts";
import { createPointer } from "./pointer.ts";
import { createPresenting } from "./presenting.ts";
import { createPrintEra } from "./print-era.ts";
import { becomes, createRenewals } from "./renewal.ts";
import { createReport } from "./report.ts";
import { createSeekBar } from "./seek-bar.ts";
import { createSettingsDialog } from "./settings-dialog.ts";
import { openSettings } from "./settings.ts";
import { createShare } from "./share.ts";
import { createSoundLag } from "./sound-lag.ts";
import { createSpeakerWindow } from "./speaker-window.ts";
import { createStage, type Stage } from "./stage.ts";
import { createStartPanel } from "./start-panel.ts";
import { createTalk } from "./talk.ts";
import { textsOf } from "./texts.ts";
import { createToast } from "./toast.ts";
import { makeTrack } from "./track.ts";
import { createTranscript } from "./transcript.ts";
import type { Draw, Mode } from "./view.ts";
import { createVolume } from "./volume.ts";
import { createWindowLink } from "./window-link.ts";
import { createHub, type TalkHub } from "../talk/hub.ts";

const WATCH_FIRST: readonly Mode[] = ["watch", "present"];
const PRESENT_FIRST: readonly Mode[] = ["present", "watch"];

/** A player that runs. */
export interface Running {
  readonly player: Player;
  readonly index: LectureIndex;
  readonly columns: Columns;
  /** To the other windows and devices of the talk; more can be added. */
  readonly link: TalkHub;
  /** Absent where only a part of the lecture is open. */
  readonly renew?: (next: LectureIndex, replaced: ReadonlyMap<number, ColumnData | undefined>) => void;
  /** Draws along with the other parts from now on. */
  readonly follow: (draw: Draw) => void;
}

/** Starts the player. */
export async function startPlayer(): Promise<Running> {
  const whole: LectureIndex = JSON.parse(byId("lecture", HTMLScriptElement).textContent ?? "");
  const texts = textsOf(whole.texts);
  const wholeColumns = createColumns(whole);
  const open = openPart(whole, wholeColumns, location.search);
  const { index, columns } = open;
  const track = makeTrack(index);
  showPart(open, track, texts);
  const settings = openSettings(openMemory("player"));
  const parts: Draw[] = [];
  const renewals = createRenewals();
  const onRenew = renewals.listen;
  let messages: Messages | undefined;
  let drawing: DrawingPart | undefined;

  const player = createPlayer(index, track, {
    audio: byId("narration", HTMLAudioElement),
    columns,
    describes: () => settings.get().describePictures,
    draw: (view) => {
      for (const draw of parts) draw(view);
    },
    moved: (view) => messages?.sayPlace(view),
  });
  byId("player", HTMLElement).hidden = false;
  const root = document.querySelector<HTMLElement>(".reveal");
  const slides = root?.querySelector<HTMLElement>(".slides") ?? null;
  if (root === null || slides === null) throw new Error("the page has no .reveal with .slides");
  const stage: Stage = await createStage(root, {
    track,
    columns,
    eras: () => index.columns,
    texts,
    picked: player.goTo,
    redraw: player.wake,
  });
  const overview = byId("overview", HTMLButtonElement);
  const toggleOverview = () => {
    player.stop();
    void stage.toggleOverview().then(player.wake);
  };
  const setOverview = (on: boolean) => {
    if (on !== stage.inOverview()) toggleOverview();
  };
  const goToEnd = (at: 0 | -1) => {
    const slide = track.slides.at(at);
    if (slide !== undefined) player.goTo(slide);
  };
  overview.addEventListener("click", toggleOverview);

  messages = createMessages(player, texts);
  createContents(player, { index, track, texts, onRenew });
  const sayAloud = messages.say;
  const openFind = createFind(player, { index, track, columns, texts, onRenew, sayAloud });
  const toast = createToast(player, sayAloud);
  const drawer = lectureDrawer(index.id, location.pathname);
  const windows = createWindowLink(index.id);
  // Who points or draws on one device is seen on all.
  const talkLink = createHub(({ kind }) => kind === "pointer" || kind === "draw" || kind === "drawing");
  talkLink.add(windows);
  const presenting = createPresenting(player, texts, toast, sayAloud);
  const pointer = createPointer(player, talkLink, texts, toast);
  const goTo = createGoTo({ index, track, columns, texts, onRenew, go: player.goTo });
  byId("go-to", HTMLButtonElement).addEventListener("click", () => goTo(""));
  const modes = () => (player.view().mode === "watch" ? WATCH_FIRST : PRESENT_FIRST);
  const rows: readonly KeyRow[] = [
    ...createJumps(player, track, columns, openFind),
    ...presentRows({
      move: presenting.move,
      moveSlide: presenting.moveSlide,
      toFirst: () => goToEnd(0),
      toLast: () => goToEnd(-1),
      present: presenting.toggle,
      end: presenting.end,
      black: presenting.black,
      pointer: pointer.toggle,
      goTo,
      overview: toggleOverview,
      speaker: createSpeakerWindow(windows, drawer),
      draw: () => drawing?.toggle(),
      fullScreen: createFullScreen(),
      sheet: createKeysDialog(() => rows, modes, texts),
    }),
  ];
  createMenu();
  createHands(player, { stage, track, rows, settings });
  createVolume(player, settings);
  createSettingsDialog(settings);
  createDescribePictures(settings);
  createSoundLag(player, settings, texts);
  createCaptionLook(settings);
  const offline = createOffline(texts);
  const wholeTrack = index === whole ? track : makeTrack(whole);
  const moments = createMoments(player, { index: whole, track: wholeTrack }, track, columns, onRenew);
  const followAddress = createLinks(player, moments, track, texts, toast);
  const place = createPlace(player, moments, openMemory(drawer), texts);
  const notes = openNotes(drawer);
  const drawings = openDrawings(drawer, talkLink);
  drawing = createDrawing({
    host: slides,
    store: drawings,
    link: talkLink,
    index: whole,
    track: wholeTrack,
    columns: wholeColumns,
    carried: ({ column, row }) => columns.get(column)?.slides[row]?.drawn,
    texts,
    toast,
    sayAloud,
    turned: (on) => {
      if (!on) return;
      player.stop();
      if (!settings.get().drawings) settings.set({ drawings: true });
    },
    closed: () =>
      (player.view().mode === "watch"
        ? byId("play", HTMLButtonElement)
        : byId("stage", HTMLDivElement)
      ).focus(),
  });
  settings.follow((now) => document.body.classList.toggle("hides-drawings", !now.drawings));
  const exportNotes = createNotesDialog({ player, moments, index, track, texts, toast }, notes);
  createReport(player, moments, index, texts);
  createKnows({ drawers: ["player", drawer], settings, place, notes, drawings, exportNotes, offline }, texts);
  parts.push(
    createStartPanel(player, texts),
    (view) => stage.show(view.slide, view.step, view.playedHere),
    (view) => drawing?.draw(view.slide, !view.playing && !stage.inOverview()),
    createEnlarge(texts),
    createControls(player, settings, texts),
    createCountdown(columns, texts),
    createMediaSession(player, index),
    createSeekBar(player, { index, track, columns, texts, onRenew }),
    createEraRibbon(player, { index, track, columns, texts, onRenew }),
    messages.draw,
    createTranscript(player, { index, track, columns, settings, moments, texts, toast, onRenew }),
    followAddress,
    place.draw,
    createShare(player, moments, index, texts, toast),
    createPrintEra(index, whole, open, texts),
    () => overview.setAttribute("aria-pressed", String(stage.inOverview())),
    presenting.draw,
    pointer.draw,
    createTalk(player, talkLink, { index, track, stage, overview: setOverview }),
  );
  document.addEventListener("visibilitychange", player.wake);
  player.wake();

  function renew(next: LectureIndex, replaced: ReadonlyMap<number, ColumnData | undefined>): void {
    player.renew(() => {
      becomes(index, track, next);
      for (const [column, data] of replaced) columns.replace(column, data);
      stage.renew();
    });
    renewals.tell();
    player.wake();
  }
  return {
    player,
    index,
    columns,
    link: talkLink,
    ...(index === whole && { renew }),
    follow: (draw) => parts.push(draw),
  };
}
