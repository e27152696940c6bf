/** The corner of a preview: where the slide is written, and one more device. */
import type { PageMessage, PreviewMessage } from "../../preview/messages.ts";
import { say } from "../texts.ts";
import type { PreviewTexts } from "./texts.ts";

/** What the corner is told. */
export type CornerMessage = Extract<PreviewMessage, { kind: "source" | "opened" | "invitation" | "welcome" }>;

/** The corner. */
export interface Corner {
  readonly told: (message: CornerMessage) => void;
  /** Says something for a while. */
  readonly say: (text: string, forMs?: number) => void;
}

const SAID_MS = 4_000;

/**
 * Makes the corner.
 * @param slide full id of the slide on show
 */
export function createCorner(
  texts: PreviewTexts,
  send: (message: PageMessage) => void,
  slide: () => string,
): Corner {
  const corner = document.createElement("aside");
  corner.className = "preview-corner";
  corner.setAttribute("aria-label", texts.preview);
  const source = makeButton("preview-source", () => send({ kind: "open", slide: slide() }));
  const device = makeButton("preview-device", () => send({ kind: "invite" }));
  device.textContent = texts.addDevice;
  source.hidden = true;
  device.hidden = true;
  const said = document.createElement("p");
  said.className = "preview-said";
  said.setAttribute("role", "status");
  corner.append(source, device, said);
  document.body.append(corner);
  const dialog = document.createElement("dialog");
  dialog.className = "preview-invitation";
  document.body.append(dialog);

  let timer: ReturnType<typeof setTimeout> | undefined;
  function sayFor(text: string, forMs = SAID_MS): void {
    said.textContent = text;
    clearTimeout(timer);
    if (Number.isFinite(forMs))
      timer = setTimeout(() => {
        said.textContent = "";
      }, forMs);
  }

  function invite({ address, key, code }: Extract<CornerMessage, { kind: "invitation" }>): void {
    const how = document.createElement("p");
    const parts: HTMLElement[] = [how];
    how.textContent = address === undefined ? texts.addDeviceNone : say(texts.addDeviceHow, { address });
    if (code !== undefined) {
      const picture = document.createElement("img");
      picture.src = code;
      picture.alt = "";
      picture.className = "preview-code";
      parts.unshift(picture);
    }
    if (key !== undefined) {
      const line = document.createElement("p");
      line.className = "preview-key";
      line.textContent = say(texts.addDeviceKey, { key });
      parts.push(line);
    }
    const close = makeButton("preview-close", () => dialog.close());
    close.textContent = texts.close;
    dialog.setAttribute("aria-label", texts.addDevice);
    dialog.replaceChildren(...parts, close);
    dialog.showModal();
  }

  return {
    say: sayFor,
    told: (message) => {
      switch (message.kind) {
        case "welcome":
          device.hidden = message.role !== "desk";
          source.classList.toggle("is-closed", message.role !== "desk");
          break;
        case "source": {
          const place = `${message.file}:${message.line}`;
          source.hidden = false;
          source.textContent = place;
          source.title = say(texts.openSource, { place });
          break;
        }
        case "opened":
          sayFor(
            message.wrong ?? say(texts.opened, { place: `${message.file}:${message.line}` }),
            message.wrong === undefined ? SAID_MS : 4 * SAID_MS,
          );
          break;
        case "invitation":
          invite(message);
      }
    },
  };
}

function makeButton(name: string, act: () => void): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = name;
  button.addEventListener("click", act);
  return button;
}
