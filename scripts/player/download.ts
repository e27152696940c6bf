/** Hands something to the reader as a file; works from disk too, and asks no server. */

/**
 * Saves a text under a name, as the browser saves downloads.
 * @param type as the web calls it
 */
export function download(name: string, text: string, type = "text/markdown;charset=utf-8"): void {
  downloadBlob(name, new Blob([text], { type }));
}

/** Saves what is not text under a name. */
export function downloadBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of it by the time that the next task runs.
  setTimeout(() => URL.revokeObjectURL(address));
}
