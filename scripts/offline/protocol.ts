/** What a page and its worker say to each other: the page asks, the worker answers. Types only. */

/**
 * `state` and `check`: what is saved; `check` also asks the host for a newer version. `begin`: reads the list of what to save.
 * `next`: saves one more file, so that no question takes long. `discard`: gives up what is saved in part. `remove`: takes all away.
 */
export type Ask = "state" | "check" | "begin" | "next" | "discard" | "remove";

/** Why saving stopped. `network`: something did not come. `changed`: the host has other files than its list says. `full`: no room. */
export type Failure = "network" | "changed" | "full";

/** What is saved, and how far saving is. */
export interface Answer {
  /** Size of the saved lecture; undefined when none is saved whole. */
  readonly savedBytes?: number;
  /** The host has another version, and this much of it is not here yet. */
  readonly newerBytes?: number;
  /** A version that is being saved: how much of it is here. */
  readonly part?: { readonly doneBytes: number; readonly totalBytes: number };
  readonly failure?: Failure;
}
