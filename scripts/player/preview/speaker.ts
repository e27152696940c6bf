/** The speaker view of a preview: the site's own, which follows the author's edits and works on other devices too. */
import { startSpeaker } from "../../speaker/start.ts";
import type { PreviewMessage } from "../../preview/messages.ts";
import { showChange } from "./change.ts";
import { renewFiles } from "./files.ts";
import { openLine } from "./line.ts";
import { createServerLink } from "./server-link.ts";

function main(): void {
  const running = startSpeaker();
  let version = Number(
    document.querySelector<HTMLMetaElement>("meta[name='lanternist-preview']")?.content ?? 0,
  );
  let working: Promise<void> = Promise.resolve();
  const link = createServerLink(() => line);
  // A window that the presenting window opened talks with it itself; asked over two ways, it would do everything twice.
  if (window.opener === null) running.link.add(link);
  const line = openLine({ told, broken: () => undefined });

  function told(message: PreviewMessage): void {
    switch (message.kind) {
      case "welcome":
        line.send({ kind: "at", slide: running.view().now.slide.fullId, version });
        break;
      case "lecture":
        working = inOrder(working, async () => {
          await showChange(running, message, running.view().now.slide);
          version = message.version;
        });
        break;
      case "files":
        renewFiles(running, message.paths, message.version);
        break;
      case "notes":
        running.renewNotes(message.columns, message.version);
        break;
      case "talk":
        link.told(message);
        break;
      default:
    }
  }
}

async function inOrder(before: Promise<void>, act: () => Promise<void>): Promise<void> {
  await before;
  await act();
}

main();
