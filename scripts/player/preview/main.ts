/** The player of a preview: the site's own, and what follows the author's edits. */
import "../../../templates/site/preview.css";
import type { LectureChange, PreviewMessage } from "../../preview/messages.ts";
import { startPlayer, type Running } from "../start.ts";
import { createBeingSaid } from "./being-said.ts";
import { showChange } from "./change.ts";
import { listenForSource } from "./click-to-source.ts";
import { createCorner } from "./corner.ts";
import { renewFiles } from "./files.ts";
import { openLine } from "./line.ts";
import { createProblems } from "./problems.ts";
import { createServerLink } from "./server-link.ts";
import { previewTexts } from "./texts.ts";

async function main(): Promise<void> {
  // A deck that was never without errors has no page yet.
  const running = document.getElementById("lecture") === null ? undefined : await startPlayer();
  const texts = previewTexts(running?.index.texts ?? document.documentElement.lang);
  const slide = () => running?.player.view().slide.fullId ?? "";
  let version = Number(
    document.querySelector<HTMLMetaElement>("meta[name='lanternist-preview']")?.content ?? 0,
  );
  let isLost = false;
  let edits = false;
  let working: Promise<void> = Promise.resolve();

  const corner = createCorner(texts, (message) => line.send(message), slide);
  const showProblems = createProblems(texts, (number) => line.send({ kind: "open-problem", number }));
  const line = openLine({
    told,
    broken: () => {
      isLost = true;
      corner.say(texts.lost, Infinity);
    },
  });

  const stage = document.getElementById("stage");
  if (running !== undefined && stage !== null)
    listenForSource(
      stage,
      () =>
        edits &&
        running.player.view().mode === "watch" &&
        document.querySelector("body.is-drawing, .reveal.overview") === null,
      () => line.send({ kind: "open", slide: slide() }),
    );

  /** Says where the page is, whenever that is another place than before. */
  let place = "";
  function tellPlace(): void {
    const now = `${version} ${slide()}`;
    if (now === place || running === undefined) return;
    place = now;
    line.send({ kind: "at", slide: slide(), version });
  }
  running?.follow(tellPlace);
  running?.follow(
    createBeingSaid(running.columns, (isBeingSaid) =>
      corner.say(isBeingSaid ? texts.beingSaid : "", Infinity),
    ),
  );
  const link = createServerLink(() => line);
  running?.link.add(link);

  function told(message: PreviewMessage): void {
    switch (message.kind) {
      case "welcome":
        if (isLost) corner.say(texts.back);
        isLost = false;
        edits = message.edits;
        // It says what it has, and is told what is new.
        place = "";
        corner.told(message);
        if (running === undefined && message.ready) location.reload();
        tellPlace();
        break;
      case "problems":
        showProblems(message.problems);
        break;
      case "lecture":
        if (running === undefined) location.reload();
        else queue(running, message);
        break;
      case "files":
        if (running !== undefined) renewFiles(running, message.paths, message.version);
        break;
      case "talk":
        link.told(message);
        break;
      case "notes":
        break;
      default:
        corner.told(message);
    }
  }

  function queue(player: Running, change: LectureChange): void {
    const before = working;
    working = (async () => {
      await before;
      await showChange(player, change, player.player.view().slide);
      version = change.version;
      tellPlace();
    })();
  }
}

void main();
