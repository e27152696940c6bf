/** Hands a text to the reader as a file; works from disk too, and asks no server. */

/**
 * Saves a text under a name, as the browser saves downloads.
 * @param type a media type of text
 */
export function download(name: string, text: string, type = "text/markdown"): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of it by the time that the next task runs.
  setTimeout(() => URL.revokeObjectURL(address));
}
