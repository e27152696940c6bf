/** The deck's mistakes over the page, with file, line and source; they go when they are mended. */
import type { ShownProblem } from "../../preview/messages.ts";
import { say } from "../texts.ts";
import type { PreviewTexts } from "./texts.ts";

/** Shows all problems that there are now. */
export type ShowProblems = (problems: readonly ShownProblem[]) => void;

/**
 * Makes the sheet: errors open it, warnings wait in a button until they are asked for.
 * @param open opens the place of a problem, by its number
 */
export function createProblems(texts: PreviewTexts, open: (number: number) => void): ShowProblems {
  const sheet = document.createElement("section");
  sheet.className = "preview-problems";
  sheet.hidden = true;
  sheet.setAttribute("aria-label", texts.problems);
  const head = document.createElement("h2");
  const hide = document.createElement("button");
  hide.type = "button";
  hide.textContent = texts.hide;
  const note = document.createElement("p");
  note.className = "preview-note";
  note.textContent = texts.showsLast;
  const list = document.createElement("ol");
  sheet.append(head, hide, note, list);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "preview-count";
  button.hidden = true;
  // Screen readers are told of what is wrong; the list is read when it is gone to.
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  document.querySelector(".preview-corner")?.prepend(button);
  document.body.append(sheet, status);

  const show = (on: boolean) => {
    sheet.hidden = !on;
    button.setAttribute("aria-expanded", String(on));
  };
  button.addEventListener("click", () => show(sheet.hidden === true));
  hide.addEventListener("click", () => {
    show(false);
    button.focus();
  });
  sheet.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    show(false);
    button.focus();
  });

  let errorsBefore = 0;
  return (problems) => {
    const errors = problems.filter(({ severity }) => severity === "error").length;
    const summary = summaryOf(problems, texts);
    button.hidden = problems.length === 0;
    button.textContent = summary;
    button.classList.toggle("has-errors", errors > 0);
    head.textContent = summary;
    status.textContent = summary;
    note.hidden = errors === 0;
    list.replaceChildren(...problems.map((problem, number) => drawProblem(problem, () => open(number))));
    if (errors > 0) show(true);
    else if (errorsBefore > 0 || problems.length === 0) show(false);
    errorsBefore = errors;
  };
}

function summaryOf(problems: readonly ShownProblem[], texts: PreviewTexts): string {
  const count = (severity: ShownProblem["severity"], one: string, many: string): string[] => {
    const n = problems.filter((problem) => problem.severity === severity).length;
    return n === 0 ? [] : [n === 1 ? one : say(many, { n })];
  };
  return [
    ...count("error", texts.error, texts.errors),
    ...count("warning", texts.warning, texts.warnings),
  ].join(", ");
}

function drawProblem(
  { severity, code, file, line, column, message, hint, excerpt }: ShownProblem,
  open: () => void,
): HTMLElement {
  const row = document.createElement("li");
  row.className = `preview-problem is-${severity}`;
  const place = document.createElement("button");
  place.type = "button";
  place.className = "preview-place";
  place.textContent = `${file}:${line}:${column}`;
  place.addEventListener("click", open);
  const what = document.createElement("p");
  what.append(place, ` ${message} `);
  const name = document.createElement("code");
  name.textContent = code;
  what.append(name);
  row.append(what);
  if (excerpt !== "") {
    const source = document.createElement("pre");
    source.textContent = excerpt;
    row.append(source);
  }
  if (hint !== undefined) {
    const advice = document.createElement("p");
    advice.className = "preview-hint";
    advice.textContent = hint;
    row.append(advice);
  }
  return row;
}
