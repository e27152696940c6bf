/** The list of what a saved lecture consists of, as the build writes it. Pure. */

/** Everything to save. */
export interface OfflineList {
  /** Changes when any of the files does. */
  readonly version: string;
  readonly files: readonly OfflineFile[];
}

/** One file of the site. */
export interface OfflineFile {
  /** Relative to `index.html`. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Of its bytes, in hexadecimal. */
  readonly sha256: string;
}

/** How much is to be saved. */
export const sizeOf = (list: OfflineList): number =>
  list.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);

/**
 * Reads `offline-list.js` as text, for a worker, which has no page to run it in.
 * @returns undefined when it is no such list: the host answered with a page of its own, say
 */
export function parseList(script: string): OfflineList | undefined {
  try {
    const list: unknown = JSON.parse(script.slice(script.indexOf("(") + 1, script.lastIndexOf(")")));
    return isList(list) ? list : undefined;
  } catch {
    return undefined;
  }
}

const isList = (value: unknown): value is OfflineList =>
  isObject(value) &&
  typeof value["version"] === "string" &&
  Array.isArray(value["files"]) &&
  value["files"].every(isFile);

const isFile = (value: unknown): value is OfflineFile =>
  isObject(value) &&
  typeof value["path"] === "string" &&
  typeof value["sizeBytes"] === "number" &&
  typeof value["sha256"] === "string";

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
