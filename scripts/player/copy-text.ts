/** Puts text on the clipboard, also from disk, where browsers may have no clipboard for pages. */

/** Says whether it is there now. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyFromField(text);
  }
}

/** The old way: a field out of sight whose text is selected and copied. Selection and focus are then as they were. */
function copyFromField(text: string): boolean {
  const selection = document.getSelection();
  const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.className = "visually-hidden";
  field.value = text;
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  if (range !== undefined) {
    selection?.removeAllRanges();
    selection?.addRange(range);
  }
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isCopied;
}
