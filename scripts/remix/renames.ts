/**
 * What has another name in a borrowed copy than in its deck, as the lock file keeps it, old → new: `media/a.png` → `media/korea/a.png`,
 * `@fao` → `@fao-korea`, `account=record` → `account=record-korea`, `#harvest` → `#harvest-2`. Pure.
 */
import { renamed, type NewNames } from "./slide-text.ts";

/** Old → new, each with its sign. */
export type Renames = Readonly<Record<string, string>>;

const SIGNS = { sources: "@", accounts: "account=", id: "#" } as const;

/** The signed form of a source's key, an account's mark or a slide's id. */
export const signed = (kind: keyof typeof SIGNS, name: string): string => SIGNS[kind] + name;

/** A slide's text as it stands, or would stand, in the copy. */
export function asCopied(text: string, renames: Renames): string {
  const names: Record<keyof NewNames | "id", Map<string, string>> = {
    files: new Map(),
    sources: new Map(),
    accounts: new Map(),
    id: new Map(),
  };
  for (const [old, fresh] of Object.entries(renames)) {
    const kind = (["sources", "accounts", "id"] as const).find((kind) => old.startsWith(SIGNS[kind]));
    if (kind === undefined) names.files.set(old, fresh);
    else names[kind].set(old.slice(SIGNS[kind].length), fresh.slice(SIGNS[kind].length));
  }
  return [...names.id].reduce((written, [old, fresh]) => withId(written, old, fresh), renamed(text, names));
}

/** The opening heading of a slide: `##`, its words, and its braces. */
const HEADING = /^( {0,3}#{1,6})([ \t].*?)??([ \t]*\{[^{}]*\})?[ \t]*$/m;

/** The slide's text with another id in its heading; a slide without heading gets one without words. */
function withId(text: string, old: string, fresh: string): string {
  const found = HEADING.exec(text);
  if (found === null) return `## {#${fresh}}\n\n${text}`;
  const [whole, marks = "##", words = "", braces] = found;
  const inner = braces?.trim().slice(1, -1).trim() ?? "";
  const rest = inner
    .split(/[ \t]+/)
    .filter((part) => part !== "" && part !== `#${old}`)
    .join(" ");
  const settings = `{#${fresh}${rest === "" ? "" : ` ${rest}`}}`;
  return text.replace(whole, () => `${marks}${words.trimEnd()} ${settings}`);
}
