/** HTML comments, found in one pass: patterns that look for their end cost the square of a text that never closes them. */

/** A stretch of HTML: a comment or what stands between comments. */
export interface HtmlPart {
  readonly comment: boolean;
  readonly text: string;
}

/** Cuts HTML at its comments. Joined, the parts are the whole. A comment that is never closed is no comment. */
export function splitComments(html: string): HtmlPart[] {
  const parts: HtmlPart[] = [];
  let from = 0;
  while (from < html.length) {
    const open = html.indexOf("<!--", from);
    const close = open === -1 ? -1 : html.indexOf("-->", open + 4);
    if (close === -1) break;
    if (open > from) parts.push({ comment: false, text: html.slice(from, open) });
    parts.push({ comment: true, text: html.slice(open, close + 3) });
    from = close + 3;
  }
  if (from < html.length) parts.push({ comment: false, text: html.slice(from) });
  return parts;
}

/** Whether HTML is comments and nothing else. */
export function isOnlyComments(html: string): boolean {
  if (!html.trimStart().startsWith("<!--")) return false;
  return splitComments(html).every((part) => part.comment || part.text.trim() === "");
}
