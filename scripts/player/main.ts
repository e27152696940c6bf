/** Starts the player of a built site: reads the index out of the page and puts the parts together. */
import "reveal.js/reveal.css";
import "../../templates/site/player.css";
import "../../templates/site/menu.css";
import "../../templates/site/offline.css";
import "../../templates/site/sizes.css";
import "../../templates/site/transcript.css";
import "../../templates/site/find.css";
import "../../templates/site/captions.css";
import { createCaptionLook } from "./caption-look.ts";
import { createColumns } from "./columns.ts";
import { createContents } from "./contents.ts";
import { createControls } from "./controls.ts";
import type { LectureIndex } from "./data.ts";
import { byId } from "./dom.ts";
import { createDescribePictures } from "./describe-pictures.ts";
import { createEnlarge } from "./enlarge.ts";
import { createFind } from "./find.ts";
import { createHands } from "./hands.ts";
import { createLinks } from "./links.ts";
import { openMemory } from "./memory.ts";
import { createMenu } from "./menu.ts";
import { createMessages, type Messages } from "./messages.ts";
import { createOffline } from "./offline.ts";
import { createPlayer } from "./player.ts";
import { createSeekBar } from "./seek-bar.ts";
import { createSettingsDialog } from "./settings-dialog.ts";
import { openSettings } from "./settings.ts";
import { createStage, type Stage } from "./stage.ts";
import { createStartPanel } from "./start-panel.ts";
import { textsOf } from "./texts.ts";
import { makeTrack } from "./track.ts";
import { createTranscript } from "./transcript.ts";
import type { Draw } from "./view.ts";

async function main(): Promise<void> {
  const index: LectureIndex = JSON.parse(byId("lecture", HTMLScriptElement).textContent ?? "");
  const texts = textsOf(index.texts);
  const track = makeTrack(index);
  const columns = createColumns(index);
  const settings = openSettings(openMemory("player"));
  const parts: Draw[] = [];
  let messages: Messages | undefined;

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
  if (root === null) throw new Error("the page has no .reveal");
  const stage: Stage = await createStage(root, {
    index,
    track,
    columns,
    texts,
    picked: player.goTo,
    redraw: player.wake,
  });
  const overview = byId("overview", HTMLButtonElement);
  overview.addEventListener("click", () => {
    player.stop();
    void stage.toggleOverview().then(player.wake);
  });

  messages = createMessages(player, texts);
  createContents(player, index, track, texts);
  createHands(player, stage, track);
  createMenu();
  createSettingsDialog(settings);
  createDescribePictures(settings);
  createOffline(texts);
  createCaptionLook(settings);
  const sayAloud = messages.say;
  createFind(player, { index, track, columns, settings, texts, sayAloud });
  const followAddress = createLinks(player, index, track);
  parts.push(
    createStartPanel(player, texts),
    (view) => stage.show(view.slide, view.step, view.playedHere),
    createEnlarge(texts),
    createControls(player, texts),
    createSeekBar(player, index, track, texts),
    messages.draw,
    createTranscript(player, { index, track, columns, settings, texts, sayAloud }),
    followAddress,
    () => overview.setAttribute("aria-pressed", String(stage.inOverview())),
  );
  document.addEventListener("visibilitychange", player.wake);
  player.wake();
}

void main();
