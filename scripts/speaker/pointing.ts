/** Pointing at the current slide: while it is pressed, or with the pointer on wherever the mouse is over it. Also shows where others point. */
import { byId } from "../player/dom.ts";
import { pointIn } from "../player/pointer.ts";
import type { SlidePoint, TalkLink } from "../talk/messages.ts";
import type { Speaker } from "./speaker.ts";
import type { DrawSpeaker } from "./view.ts";

/** The lecturer's pointer. */
export interface Pointing {
  readonly draw: DrawSpeaker;
  readonly toggle: () => void;
}

/** Binds the slide and the button. */
export function createPointing(speaker: Speaker, link: TalkLink): Pointing {
  const frame = byId("now-frame", HTMLDivElement);
  const dot = byId("now-dot", HTMLDivElement);
  const button = byId("pointer", HTMLButtonElement);
  let isOn = false;
  let isPressed = false;
  let shown: { readonly slide: string; readonly at: SlidePoint } | undefined;

  function show(slide: string, at: SlidePoint | undefined): void {
    shown = at === undefined ? undefined : { slide, at };
    place();
  }

  function place(): void {
    dot.hidden = shown === undefined || shown.slide !== speaker.view().now.slide.fullId;
    if (shown === undefined) return;
    dot.style.left = `${shown.at.x * 100}%`;
    dot.style.top = `${shown.at.y * 100}%`;
  }

  function tell(at: SlidePoint | undefined): void {
    const slide = speaker.view().now.slide.fullId;
    show(slide, at);
    link.send(at === undefined ? { kind: "pointer", slide } : { kind: "pointer", slide, at });
  }

  const point = ({ clientX, clientY }: PointerEvent) => {
    if (isOn || isPressed) tell(pointIn(frame.getBoundingClientRect(), clientX, clientY));
  };
  const leave = () => {
    if (isOn || isPressed) tell(undefined);
    isPressed = false;
  };
  function toggle(): void {
    isOn = !isOn;
    button.setAttribute("aria-pressed", String(isOn));
    frame.classList.toggle("is-pointing", isOn);
    if (!isOn) tell(undefined);
  }

  frame.addEventListener("pointerdown", (event) => {
    isPressed = true;
    point(event);
  });
  frame.addEventListener("pointermove", point);
  frame.addEventListener("pointerup", () => {
    if (!isOn) leave();
    isPressed = false;
  });
  frame.addEventListener("pointercancel", leave);
  frame.addEventListener("pointerleave", leave);
  button.addEventListener("click", toggle);
  link.listen((message) => {
    if (message.kind === "pointer") show(message.slide, message.at);
  });

  return { toggle, draw: place };
}
