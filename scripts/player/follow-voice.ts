/** Keeps the sentence that is said in sight, until the reader looks elsewhere. Only the list scrolls, never the page. */

/** Keys that move a list about. */
const SCROLLING = new Set([
  "ArrowDown",
  "ArrowUp",
  "ArrowLeft",
  "ArrowRight",
  "PageDown",
  "PageUp",
  "Home",
  "End",
  " ",
]);
/** Where in the list a sentence may stand without the list being moved, and where it is moved to, as shares of its height. */
const CALM = { from: 0.05, to: 0.6, goal: 0.2 };

/** Who moves the list. */
export interface Follower {
  /** Whether the list goes with the voice. */
  readonly follows: () => boolean;
  /** The voice moves the list again. */
  readonly resume: () => void;
  /** Brings an element into sight, if the list follows. */
  readonly show: (element: HTMLElement | undefined) => void;
}

/** Watches what the reader does with the list. */
export function createFollower(list: HTMLElement, changed: () => void): Follower {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)");
  let isAway = false;
  let shown: HTMLElement | undefined;

  function leave(): void {
    if (isAway) return;
    isAway = true;
    changed();
  }
  list.addEventListener("wheel", leave, { passive: true });
  list.addEventListener("touchmove", leave, { passive: true });
  list.addEventListener("focusin", leave);
  list.addEventListener("keydown", (event) => {
    if (SCROLLING.has(event.key)) leave();
  });
  list.addEventListener("pointerdown", (event) => {
    // Beside the content lies the scrollbar.
    if (event.target === list && event.offsetX >= list.clientWidth) leave();
  });
  new ResizeObserver(() => reveal(shown, "instant")).observe(list);

  function reveal(element: HTMLElement | undefined, behavior: ScrollBehavior): void {
    shown = element;
    if (isAway || element === undefined || !element.isConnected) return;
    const room = list.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    const top = box.top - room.top;
    if (top >= CALM.from * room.height && box.bottom - room.top <= CALM.to * room.height) return;
    list.scrollTo({ top: list.scrollTop + top - CALM.goal * room.height, behavior });
  }

  return {
    follows: () => !isAway,
    resume: () => {
      isAway = false;
      changed();
      reveal(shown, still.matches ? "instant" : "smooth");
    },
    show: (element) => reveal(element, still.matches ? "instant" : "smooth"),
  };
}
