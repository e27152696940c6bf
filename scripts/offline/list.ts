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

function isList(value: unknown): value is OfflineList {
  if (typeof value !== "object" || value === null) return false;
  const { version, files } = value as { readonly version?: unknown; readonly files?: unknown };
  return typeof version === "string" && Array.isArray(files) && files.every(isFile);
}

function isFile(value: unknown): value is OfflineFile {
  if (typeof value !== "object" || value === null) return false;
  const { path, sizeBytes, sha256 } = value as { readonly [key: string]: unknown };
  return typeof path === "string" && typeof sizeBytes === "number" && typeof sha256 === "string";
}
