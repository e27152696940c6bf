/** Presenting: the slide fills the window, the controls come when they are wanted, the screen can be black. */
import { byId, setText } from "./dom.ts";
import type { Player } from "./player.ts";
import { say, type Texts } from "./texts.ts";
import type { Toast } from "./toast.ts";
import type { Draw } from "./view.ts";

/** Controls and mouse pointer stay this long after the mouse rests. */
const AWAKE_MS = 2_500;

/** What a person who presents can do, by button or key. */
export interface Presenting {
  readonly draw: Draw;
  /** Presents, or watches again, at the same moment. */
  readonly toggle: () => void;
  readonly black: () => void;
  /** Ends what is on top: black, full screen, presenting. */
  readonly end: () => void;
  /** What hides the slide, such as the black screen, shows it again first: then nothing else is done. */
  readonly move: (direction: 1 | -1) => void;
  readonly moveSlide: (direction: 1 | -1) => void;
}

/** Binds the buttons. */
export function createPresenting(
  player: Player,
  texts: Texts,
  toast: Toast,
  sayAloud: (text: string) => void,
): Presenting {
  const page = byId("player", HTMLElement);
  const stage = byId("stage", HTMLDivElement);
  const black = byId("black-screen", HTMLDivElement);
  const blackButton = byId("black", HTMLButtonElement);
  const place = byId("place", HTMLParagraphElement);
  const isPresenting = () => player.view().mode === "present";
  let was = false;
  let wasBlack = false;
  let sleep: number | undefined;

  function toggle(): void {
    player.present(!isPresenting());
    toast(isPresenting() ? texts.presenting : texts.watching);
  }

  /** What lies under the controls is not covered for long, and never while they have the focus of the keyboard. */
  function wake(): void {
    page.classList.add("is-awake");
    window.clearTimeout(sleep);
    sleep = window.setTimeout(() => {
      const focused = page.querySelector(".controls :focus-visible");
      if (focused === null && byId("menu", HTMLDivElement).hidden) page.classList.remove("is-awake");
      else wake();
    }, AWAKE_MS);
  }

  const blacken = () => player.blacken(!player.view().black);
  const unlessBlack = (act: (direction: 1 | -1) => void) => (direction: 1 | -1) =>
    player.view().black ? player.blacken(false) : act(direction);

  for (const id of ["start-present", "present", "to-watch"])
    byId(id, HTMLButtonElement).addEventListener("click", toggle);
  blackButton.addEventListener("click", blacken);
  black.addEventListener("click", () => player.blacken(false));
  for (const kind of ["pointermove", "pointerdown", "focusin"] as const)
    page.addEventListener(kind, () => isPresenting() && wake());

  return {
    toggle,
    black: blacken,
    end: () => {
      if (player.view().black) player.blacken(false);
      else if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined);
      else toggle();
    },
    move: unlessBlack(player.move),
    moveSlide: unlessBlack(player.moveSlide),
    draw: (view) => {
      const on = view.mode === "present";
      setText(place, on ? say(texts.slideOfCount, { n: view.slide.number + 1, total: view.slideCount }) : "");
      if (view.black !== wasBlack) {
        wasBlack = view.black;
        black.hidden = !wasBlack;
        blackButton.setAttribute("aria-pressed", String(wasBlack));
        if (on) sayAloud(wasBlack ? texts.blackOn : texts.blackOff);
      }
      if (on === was) return;
      was = on;
      page.classList.toggle("is-presenting", on);
      page.classList.remove("is-awake");
      stage.toggleAttribute("tabindex", on);
      if (on) {
        stage.tabIndex = -1;
        stage.focus({ preventScroll: true });
      } else byId("play", HTMLButtonElement).focus();
    },
  };
}
