/** A click on a slide of a preview leads to where the slide is written. */

/** What has a click of its own. */
const TAKES_CLICKS = "a, button, summary, input, select, textarea, label, audio, video, [contenteditable]";
/** A mouse that moves further has dragged, to select for instance. */
const DRAG_PX = 4;
/** Who clicks again within this time selects a word. */
const DOUBLE_CLICK_MS = 300;

/**
 * Listens on the stage. Links, controls, touch, dragging and selecting keep what they do everywhere.
 * @param isFree whether a click on the stage means nothing else now, as it does while drawing
 * @param open leads to the source of the slide on show
 */
export function listenForSource(stage: HTMLElement, isFree: () => boolean, open: () => void): void {
  let pressed = { x: 0, y: 0, selected: false };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  stage.addEventListener("pointerdown", ({ clientX: x, clientY: y }) => {
    clearTimeout(waiting);
    pressed = { x, y, selected: hasSelection() };
  });
  stage.addEventListener("click", (event) => {
    const { target } = event;
    if (event.defaultPrevented || event.detail !== 1 || !isFree()) return;
    if (event instanceof PointerEvent && event.pointerType === "touch") return;
    if (target instanceof Element && target.closest(TAKES_CLICKS) !== null) return;
    // The click that takes a selection away does that alone.
    if (pressed.selected || hasSelection()) return;
    if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > DRAG_PX) return;
    waiting = setTimeout(open, DOUBLE_CLICK_MS);
  });
}

const hasSelection = (): boolean => document.getSelection()?.isCollapsed === false;
