/** Puts a slide's content into an element of the page, at a step. */
import type { SlideData } from "./data.ts";
import { stepState } from "./step-state.ts";

/** Fills a section with a slide as it opens. */
export function fillSlide(section: HTMLElement, html: string): void {
  const template = document.createElement("template");
  template.innerHTML = html;
  // Steps are ours: reveal.js would hide what carries its class.
  for (const fragment of template.content.querySelectorAll(".fragment"))
    fragment.classList.remove("fragment");
  // reveal.js reads a slide's background from its own section.
  for (const { name, value } of template.content.firstElementChild?.attributes ?? []) {
    if (name.startsWith("data-background")) section.setAttribute(name, value);
  }
  section.replaceChildren(template.content);
}

/** Shows what is in the element as it is at a step. */
export function applyStep(section: HTMLElement, data: SlideData, step: number): void {
  const { hidden, focused } = stepState(data, step);
  for (const id of new Set([...data.waiting, ...data.steps.map(({ target }) => target)])) {
    const element = section.querySelector(`#${CSS.escape(id)}`);
    element?.classList.toggle("is-hidden", hidden.has(id));
    element?.classList.toggle("is-focused", id === focused);
  }
}
