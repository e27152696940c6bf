/** Points at the slide: with the mouse here, or from another window or device. */
import type { SlidePoint, TalkLink } from "../talk/messages.ts";
import { byId } from "./dom.ts";
import type { Player } from "./player.ts";
import type { Texts } from "./texts.ts";
import type { Toast } from "./toast.ts";
import type { Draw } from "./view.ts";

/** The pointer. */
export interface Pointer {
  readonly draw: Draw;
  readonly toggle: () => void;
}

/** Binds the dot over the slide. */
export function createPointer(player: Player, link: TalkLink, texts: Texts, toast: Toast): Pointer {
  const stage = byId("stage", HTMLDivElement);
  const dot = byId("dot", HTMLDivElement);
  let isOn = false;
  let shown: { readonly slide: string; readonly at: SlidePoint } | undefined;

  function area(): DOMRect | undefined {
    return stage.querySelector(".slides")?.getBoundingClientRect();
  }

  function show(slide: string, at: SlidePoint | undefined): void {
    shown = at === undefined ? undefined : { slide, at };
    place();
  }

  function place(): void {
    const box = area();
    const on = shown !== undefined && shown.slide === player.view().slide.fullId && box !== undefined;
    dot.hidden = !on;
    if (!on || shown === undefined || box === undefined) return;
    const frame = stage.getBoundingClientRect();
    dot.style.left = `${box.left - frame.left + shown.at.x * box.width}px`;
    dot.style.top = `${box.top - frame.top + shown.at.y * box.height}px`;
  }

  function tell(at: SlidePoint | undefined): void {
    const slide = player.view().slide.fullId;
    show(slide, at);
    link.send(at === undefined ? { kind: "pointer", slide } : { kind: "pointer", slide, at });
  }

  function set(on: boolean): void {
    if (isOn === on) return;
    isOn = on;
    stage.classList.toggle("is-pointing", on);
    if (!on) tell(undefined);
  }

  stage.addEventListener("pointermove", ({ clientX, clientY }) => {
    const box = area();
    if (!isOn || box === undefined) return;
    tell(pointIn(box, clientX, clientY));
  });
  stage.addEventListener("pointerleave", () => isOn && tell(undefined));
  link.listen((message) => {
    if (message.kind === "pointer") show(message.slide, message.at);
  });

  return {
    toggle: () => {
      set(!isOn);
      toast(isOn ? texts.laserOn : texts.laserOff);
    },
    draw: (view) => {
      if (view.mode === "watch") set(false);
      if (shown !== undefined) place();
    },
  };
}

/** A place of the window as one of the slide; undefined beside it. */
export function pointIn(box: DOMRect, clientX: number, clientY: number): SlidePoint | undefined {
  const x = (clientX - box.left) / box.width;
  const y = (clientY - box.top) / box.height;
  return x >= 0 && x <= 1 && y >= 0 && y <= 1 ? { x, y } : undefined;
}
