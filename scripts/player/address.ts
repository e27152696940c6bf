/** The part of the address after `#`: `#/era/slide`. Pure. */

/** The fragment that leads to a slide. */
export const addressOf = (fullId: string): string =>
  `#/${fullId.split("/").map(encodeURIComponent).join("/")}`;

/** The fragment that leads back to who presents: `#/era/slide/2?present`, at the slide's second step. */
export const presentAddress = (fullId: string, step: number): string =>
  `${addressOf(fullId)}${step > 0 ? `/${step}` : ""}?present`;

/** Whether a fragment leads to a lecture that is presented. */
export const isPresentAddress = (fragment: string): boolean =>
  fragment.startsWith("#/") && new URLSearchParams(fragment.split("?")[1] ?? "").has("present");

/** The slide that a fragment names, as a full id or its slide part; undefined when it names none. */
export function slideIn(fragment: string): string | undefined {
  if (!fragment.startsWith("#/")) return undefined;
  const path = fragment.slice(2).split("?")[0] ?? "";
  try {
    return path === "" ? undefined : decodeURIComponent(path);
  } catch {
    return undefined; // a malformed escape names nothing
  }
}
