/** Small pieces of the page. */

/** An element with a class, and what stands in it. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...content);
  return element;
}

/** A button, with what screen readers and pointers are told of it. */
export function makeButton(
  className: string,
  label: string,
  ...content: (Node | string)[]
): HTMLButtonElement {
  const button = make("button", className, ...content);
  button.type = "button";
  button.setAttribute("aria-label", label);
  button.title = label;
  return button;
}

/** A copy of one of the icons that the page brings for its script. */
export function icon(name: string): Node {
  const icons = document.getElementById("card-icons");
  const found = icons instanceof HTMLTemplateElement && icons.content.querySelector(`.icon-${name}`);
  if (!found) throw new Error(`the page has no icon ${name}`);
  return found.cloneNode(true);
}
