/** Moves rows of a list by hand: with a mouse anywhere on a row but its buttons, with a finger by its grip, so that the list can still be scrolled. */

/** A press that moves less than this is none. */
const SLACK_PX = 4;
/** So near to an edge the list scrolls by itself, and so far with each frame. */
const EDGE_PX = 48;
const SCROLL_PX = 10;

/** What dragging asks for. */
export interface Dragging {
  /** A row was put at a place, from 0. */
  readonly moved: (key: string, place: number) => void;
  /** Given up: rows go back to where they were. */
  readonly redraw: () => void;
}

/** Binds the rows of a list, which carry their keys as `data-key`. */
export function bindDragging(list: HTMLOListElement, { moved, redraw }: Dragging): void {
  let row: HTMLElement | undefined;
  let pointer: number | undefined;
  let startY = 0;
  let pointerY = 0;
  let isMoving = false;
  let frame = 0;

  list.addEventListener("pointerdown", (event) => {
    const target = event.target instanceof Element ? event.target : list;
    const pressed = target.closest<HTMLElement>("[data-key]");
    const isGrip = target.closest(".item-grip") !== null;
    if (row !== undefined || pressed === null || event.button !== 0 || target.closest("button") !== null)
      return;
    if (event.pointerType !== "mouse" && !isGrip) return;
    // Words are not selected meanwhile.
    event.preventDefault();
    row = pressed;
    pointer = event.pointerId;
    startY = event.clientY;
    pointerY = event.clientY;
    // Of the list: a row that moves in the page would lose it.
    list.setPointerCapture(event.pointerId);
  });
  list.addEventListener("pointermove", (event) => {
    if (row === undefined || event.pointerId !== pointer) return;
    pointerY = event.clientY;
    if (!isMoving && Math.abs(pointerY - startY) < SLACK_PX) return;
    if (!isMoving) begin(row);
    follow();
  });
  for (const [type, isDone] of [
    ["pointerup", true],
    ["pointercancel", false],
  ] as const) {
    // A second finger changes nothing.
    list.addEventListener(type, ({ pointerId }) => pointerId === pointer && end(isDone));
  }
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || row === undefined) return;
      event.preventDefault();
      end(false);
    },
    { capture: true },
  );

  function begin(moving: HTMLElement): void {
    isMoving = true;
    moving.classList.add("is-dragged");
    list.classList.add("is-dragging");
    frame = requestAnimationFrame(scroll);
  }

  /** The row goes where the pointer is: over the first row whose middle lies under it. */
  function follow(): void {
    if (row === undefined) return;
    const others = [...list.children].filter((other) => other !== row);
    const under = others.find((other) => {
      const { top, height } = other.getBoundingClientRect();
      return pointerY < top + height / 2;
    });
    if (row.nextElementSibling !== (under ?? null)) list.insertBefore(row, under ?? null);
  }

  function scroll(): void {
    // On narrow screens the list scrolls with all that stands around it.
    const scrolls = getComputedStyle(list).overflowY === "visible" ? (list.parentElement ?? list) : list;
    const { top, bottom } = scrolls.getBoundingClientRect();
    if (pointerY < top + EDGE_PX) scrolls.scrollTop -= SCROLL_PX;
    else if (pointerY > bottom - EDGE_PX) scrolls.scrollTop += SCROLL_PX;
    follow();
    frame = requestAnimationFrame(scroll);
  }

  function end(isDone: boolean): void {
    const dropped = row;
    const wasMoving = isMoving;
    row = undefined;
    isMoving = false;
    cancelAnimationFrame(frame);
    dropped?.classList.remove("is-dragged");
    list.classList.remove("is-dragging");
    if (dropped === undefined || !wasMoving) return;
    if (isDone) moved(dropped.dataset["key"] ?? "", [...list.children].indexOf(dropped));
    else redraw();
  }
}
