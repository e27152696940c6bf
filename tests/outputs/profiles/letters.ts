/** Every stretch of letters of a PDF, with its size, its place and what it is tagged as. */
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** One stretch of letters. Lengths are points, measured from the left and the foot of the page. */
export interface Letters {
  readonly text: string;
  readonly sizePt: number;
  readonly x: number;
  readonly y: number;
  /** Roles of the tags around it, the outermost first; `Artifact` for what no reader is told of. */
  readonly roles: readonly string[];
}

interface RawNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly RawNode[];
}

/** Per page. */
export async function lettersOf(bytes: Uint8Array): Promise<Letters[][]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: Letters[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const roles = new Map<string, readonly string[]>();
    const visit = (node: RawNode, above: readonly string[]): void => {
      if (node.type === "content" && node.id !== undefined) roles.set(node.id, above);
      const own = node.role === undefined ? above : [...above, node.role];
      for (const child of node.children ?? []) visit(child, own);
    };
    const tree = (await page.getStructTree()) as RawNode | null;
    if (tree !== null) visit(tree, []);
    const open: string[] = [];
    const letters: Letters[] = [];
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    for (const item of items as { type?: string; id?: string; str?: string; transform?: number[] }[]) {
      if (item.type === "beginMarkedContent" || item.type === "beginMarkedContentProps")
        open.push(item.id ?? "");
      else if (item.type === "endMarkedContent") open.pop();
      else if (item.str !== undefined && item.str.trim() !== "") {
        const [, , c = 0, d = 0, x = 0, y = 0] = item.transform ?? [];
        letters.push({
          text: item.str,
          sizePt: Math.hypot(c, d),
          x,
          y,
          roles: roles.get(open.at(-1) ?? "") ?? ["Artifact"],
        });
      }
    }
    pages.push(letters);
  }
  await document.destroy();
  return pages;
}

/** What a reader is told, without running heads. */
export const told = (page: readonly Letters[]): Letters[] =>
  page.filter(({ roles }) => !roles.includes("Artifact"));
