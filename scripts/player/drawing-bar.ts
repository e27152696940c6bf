/** The tools for drawing: a narrow bar beside the slide. */
import { type Ink, type StrokeTool } from "../talk/stroke.ts";
import { byId } from "./dom.ts";
import type { HandTool } from "./drawing-hand.ts";
import { createMenu } from "./menu.ts";
import { say, type Texts } from "./texts.ts";

type ToolName = HandTool["name"];
type WidthName = "thin" | "medium" | "thick";

/** The inks of each tool, from the first to the last button; the first is the one to begin with. */
const INKS_OF: Readonly<Record<StrokeTool, readonly Ink[]>> = {
  pen: ["red", "blue", "green", "black"],
  marker: ["yellow", "red", "blue", "green"],
};
/** In slide widths. */
const WIDTHS: Readonly<Record<StrokeTool, Readonly<Record<WidthName, number>>>> = {
  pen: { thin: 0.0025, medium: 0.0045, thick: 0.009 },
  marker: { thin: 0.014, medium: 0.022, thick: 0.036 },
};
/** What one press on the button of the width leads to. */
const NEXT_WIDTH: Readonly<Record<WidthName, WidthName>> = {
  thin: "medium",
  medium: "thick",
  thick: "thin",
};

/** What the buttons ask for. */
export interface BarActions {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly clearSlide: () => void;
  readonly clearAll: () => void;
  readonly save: () => void;
  readonly open: (file: File) => void;
  readonly off: () => void;
  /** The tool or its ink or width is another. */
  readonly changed: () => void;
}

/** The bar. */
export interface DrawingBar {
  readonly tool: () => HandTool;
  readonly show: (on: boolean) => void;
  /** Says what there is to undo and to do again. */
  readonly draw: (canUndo: boolean, canRedo: boolean) => void;
}

/** Binds the buttons of the bar. */
export function createDrawingBar(actions: BarActions, texts: Texts): DrawingBar {
  const bar = byId("draw-bar", HTMLDivElement);
  const width = byId("draw-width", HTMLButtonElement);
  const undo = byId("draw-undo", HTMLButtonElement);
  const redo = byId("draw-redo", HTMLButtonElement);
  const file = byId("draw-file", HTMLInputElement);
  const tools = [...bar.querySelectorAll<HTMLButtonElement>("[data-tool]")];
  const inks = [...bar.querySelectorAll<HTMLButtonElement>("[data-ink]")];
  let chosen: ToolName = "pen";
  /** The tool that inks and widths are for: the last one that leaves a line. */
  let liner: StrokeTool = "pen";
  const inkOf: Record<StrokeTool, Ink> = { pen: "red", marker: "yellow" };
  const widthOf: Record<StrokeTool, WidthName> = { pen: "medium", marker: "medium" };
  const nameOf: Readonly<Record<WidthName, string>> = {
    thin: texts.lineThin,
    medium: texts.lineMedium,
    thick: texts.lineThick,
  };

  function drawTools(): void {
    for (const button of tools)
      button.setAttribute("aria-pressed", String(button.dataset["tool"] === chosen));
    for (const button of inks) {
      const ink = button.dataset["ink"];
      button.hidden = !INKS_OF[liner].some((one) => one === ink);
      button.setAttribute("aria-pressed", String(ink === inkOf[liner]));
    }
    bar.dataset["liner"] = liner;
    width.dataset["width"] = widthOf[liner];
    const label = say(texts.lineWidth, { width: nameOf[widthOf[liner]] });
    width.setAttribute("aria-label", label);
    width.title = label;
  }

  function choose(tool: ToolName): void {
    chosen = tool;
    if (tool === "pen" || tool === "marker") liner = tool;
    drawTools();
    actions.changed();
  }

  const bind = (id: string, act: () => void) => byId(id, HTMLButtonElement).addEventListener("click", act);
  for (const tool of ["pen", "marker", "eraser", "laser"] as const)
    tools.find((button) => button.dataset["tool"] === tool)?.addEventListener("click", () => choose(tool));
  for (const ink of ["black", "yellow", "red", "blue", "green"] as const) {
    const button = inks.find((one) => one.dataset["ink"] === ink);
    button?.addEventListener("click", () => {
      inkOf[liner] = ink;
      choose(liner);
    });
  }
  width.addEventListener("click", () => {
    widthOf[liner] = NEXT_WIDTH[widthOf[liner]];
    choose(liner);
  });
  undo.addEventListener("click", actions.undo);
  redo.addEventListener("click", actions.redo);
  bind("draw-clear", actions.clearSlide);
  bind("draw-clear-all", actions.clearAll);
  bind("draw-save", actions.save);
  bind("draw-open", () => file.click());
  bind("draw-off", actions.off);
  file.addEventListener("change", () => {
    const [picked] = file.files ?? [];
    if (picked !== undefined) actions.open(picked);
    // The same file can be picked again.
    file.value = "";
  });
  createMenu("draw-more", "draw-menu");
  drawTools();

  return {
    tool: () =>
      chosen === "pen" || chosen === "marker"
        ? { name: chosen, ink: inkOf[chosen], width: WIDTHS[chosen][widthOf[chosen]] }
        : { name: chosen },
    show: (on) => {
      bar.hidden = !on;
    },
    // A button that has the focus keeps it, so it is not disabled by the attribute, which would lose it.
    draw: (canUndo, canRedo) => {
      undo.setAttribute("aria-disabled", String(!canUndo));
      redo.setAttribute("aria-disabled", String(!canRedo));
    },
  };
}
