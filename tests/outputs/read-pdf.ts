/** Reads a PDF back with a reader library that shares nothing with the code that makes it. */
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** One node of the structure tree: what a screen reader is told. */
export interface Node {
  readonly role: string;
  readonly alt?: string;
  readonly lang?: string;
  /** Text of the marked content right under it. */
  readonly text: string;
  readonly children: readonly Node[];
}

export interface ReadPdf {
  readonly pages: readonly {
    readonly label: string;
    readonly widthPt: number;
    readonly heightPt: number;
    readonly text: string;
    readonly artifacts: string;
    readonly tree: Node;
  }[];
  readonly outline: readonly {
    readonly title: string;
    readonly page: number;
    readonly under: readonly { readonly title: string; readonly page: number }[];
  }[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly xmp: Readonly<Record<string, unknown>>;
  readonly links: readonly {
    readonly page: number;
    readonly contents: string;
    readonly leadsTo: string | number;
  }[];
}

interface RawNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly children?: readonly RawNode[];
}

interface RawOutline {
  readonly title: string;
  readonly dest: unknown;
  readonly items: readonly RawOutline[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const labels = (await document.getPageLabels()) ?? [];
  const pageOf = async (dest: unknown): Promise<number> => {
    const explicit: unknown = typeof dest === "string" ? await document.getDestination(dest) : dest;
    const [ref] = explicit as [{ num: number; gen: number }];
    return (await document.getPageIndex(ref)) + 1;
  };
  const pages: ReadPdf["pages"][number][] = [];
  const links: ReadPdf["links"][number][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { texts, artifacts } = markedTexts(
      (await page.getTextContent({ includeMarkedContent: true })).items,
    );
    const plain = (await page.getTextContent()).items.flatMap((item) =>
      "str" in item ? [item.str, item.hasEOL ? "\n" : ""] : [],
    );
    const [, , widthPt = 0, heightPt = 0] = page.view;
    const tree = nodeOf(await page.getStructTree(), texts);
    pages.push({ label: labels[number - 1] ?? "", widthPt, heightPt, text: plain.join(""), artifacts, tree });
    for (const annotation of (await page.getAnnotations()) as {
      subtype: string;
      contentsObj: { str: string };
      url?: string;
      dest?: unknown;
    }[]) {
      if (annotation.subtype !== "Link") continue;
      links.push({
        page: number,
        contents: annotation.contentsObj.str,
        leadsTo: annotation.url ?? (await pageOf(annotation.dest)),
      });
    }
  }
  const outline: ReadPdf["outline"][number][] = [];
  for (const entry of ((await document.getOutline()) ?? []) as RawOutline[]) {
    const under = await Promise.all(
      entry.items.map(async ({ title, dest }) => ({ title, page: await pageOf(dest) })),
    );
    outline.push({ title: entry.title, page: await pageOf(entry.dest), under });
  }
  const { info, metadata } = await document.getMetadata();
  const xmp = metadata === null ? {} : Object.fromEntries(metadata as Iterable<[string, unknown]>);
  await document.destroy();
  return { pages, outline, info: info as Record<string, unknown>, xmp, links };
}

/** Every node of the tree, parents first. */
export function nodes(tree: Node): Node[] {
  return [tree, ...tree.children.flatMap(nodes)];
}

/** All text under a node, in reading order of its own and its children's. */
export const textUnder = (node: Node): string => node.text + node.children.map(textUnder).join("");

function markedTexts(items: readonly unknown[]): { texts: Map<string, string>; artifacts: string } {
  const texts = new Map<string, string>();
  const open: string[] = [];
  for (const item of items as { type?: string; tag?: string; id?: string; str?: string }[]) {
    if (item.type === "beginMarkedContent" || item.type === "beginMarkedContentProps")
      open.push(item.id ?? `artifact`);
    else if (item.type === "endMarkedContent") open.pop();
    else {
      const key = open.at(-1) ?? "untagged";
      texts.set(key, (texts.get(key) ?? "") + (item.str ?? ""));
    }
  }
  if ((texts.get("untagged") ?? "") !== "") throw new Error(`untagged text: ${texts.get("untagged")}`);
  return { texts, artifacts: texts.get("artifact") ?? "" };
}

function nodeOf(raw: RawNode, texts: ReadonlyMap<string, string>): Node {
  const own = (raw.children ?? []).filter(({ type }) => type === "content");
  const others = (raw.children ?? [])
    .filter(({ role }) => role !== undefined)
    .map((child) => nodeOf(child, texts));
  return {
    role: raw.role ?? "",
    ...(raw.alt === undefined ? {} : { alt: raw.alt }),
    ...(raw.lang === undefined ? {} : { lang: raw.lang }),
    text: own.map(({ id }) => texts.get(id ?? "") ?? "").join(""),
    children: others,
  };
}
