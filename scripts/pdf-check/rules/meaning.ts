/** Pictures, headings, tables, formulas and notes (Matterhorn checkpoints 13, 14, 15, 17 and 19). */
import { PDFDict, PDFHexString, PDFString } from "@cantoo/pdf-lib";
import { itemsAt, nameAt, numberAt, numbersAt, resolve, textAt } from "../../pdf/objects.ts";
import type { StructureElement } from "../../pdf/structure.ts";
import { wordsOf, type Inspected } from "../inspect.ts";
import { faultUnless, type Fault, type Rule } from "../rule.ts";

/** One fault for each element of a role of which something is true. */
function elementsWhere(
  inspected: Inspected,
  role: string,
  broken: (element: StructureElement) => string | undefined,
): Fault[] {
  return inspected.elements
    .filter((element) => inspected.roleOf(element) === role)
    .flatMap((element) => {
      const message = broken(element);
      return message === undefined ? [] : [{ message, page: inspected.pageOf(element) }];
    });
}

const figures: Rule = {
  name: "figures-described",
  title: "Every picture has words for those who do not see it",
  matterhorn: ["13-004"],
  clause: "7.3",
  severity: "error",
  hint: "describe the picture (alternative text), or mark it as decoration",
  check: (inspected) =>
    elementsWhere(inspected, "Figure", (element) =>
      wordsOf(element) === "" ? "a picture has no alternative text" : undefined,
    ),
};

/** The attributes of an element, whoever owns them (ISO 32000-1, 14.7.5). */
const attributesOf = ({ dict }: StructureElement): PDFDict[] =>
  itemsAt(dict, "A")
    .map((item) => resolve(dict.context, item))
    .filter((item) => item instanceof PDFDict);

const figuresPlaced: Rule = {
  name: "figures-placed",
  title: "Every picture has content, and says where on the page it is",
  matterhorn: [],
  clause: "ISO 32000-1, 14.8.5.4.3",
  severity: "warning",
  hint: "export the document again with a program that writes the BBox of pictures",
  check: (inspected) =>
    elementsWhere(inspected, "Figure", (element) => {
      if (itemsAt(element.dict, "K").length === 0) return "a picture's tag holds nothing";
      const box = attributesOf(element).some((attributes) => numbersAt(attributes, "BBox").length === 4);
      return box ? undefined : "a picture does not say where on the page it is";
    }),
};

const levelOf = (role: string): number | undefined => {
  const level = /^H([1-6])$/.exec(role)?.[1];
  return level === undefined ? undefined : Number(level);
};

const headings: Rule = {
  name: "headings-in-order",
  title: "Headings begin with H1 and skip no level",
  matterhorn: ["14-002", "14-003"],
  clause: "7.4.2",
  severity: "error",
  hint: "give the headings levels that follow one another",
  check: (inspected) => {
    let before = 0;
    return inspected.elements.flatMap((element): Fault[] => {
      const level = levelOf(inspected.roleOf(element));
      if (level === undefined) return [];
      const last = before;
      before = level;
      if (level <= last + 1) return [];
      const message =
        last === 0 ? `the first heading is an H${level}, not an H1` : `an H${level} follows an H${last}`;
      return [{ message, page: inspected.pageOf(element) }];
    });
  },
};

const oneKindOfHeading: Rule = {
  name: "headings-of-one-kind",
  title: "Headings are either numbered or not, and a section has one of the latter",
  matterhorn: ["14-006", "14-007"],
  clause: "7.4.4",
  severity: "error",
  hint: "use H1 to H6 throughout",
  check: (inspected) => {
    const { elements, roleOf, pageOf } = inspected;
    const plain = elements.filter((element) => roleOf(element) === "H");
    const mixed = plain.length > 0 && elements.some((element) => levelOf(roleOf(element)) !== undefined);
    const crowded = elements.filter(
      (element) => element.children.filter((child) => roleOf(child) === "H").length > 1,
    );
    return [
      ...faultUnless(!mixed, "the document has both headings with levels (H1) and without (H)"),
      ...crowded.map((element) => ({ message: "a section has more than one H", page: pageOf(element) })),
    ];
  },
};

const oneTitle: Rule = {
  name: "one-h1",
  title: "The document has exactly one H1",
  matterhorn: [],
  clause: "good practice",
  severity: "warning",
  hint: "make the document's title its only H1",
  check: ({ elements, roleOf }) => {
    const count = elements.filter((element) => roleOf(element) === "H1").length;
    return faultUnless(count === 1, `the document has ${count === 0 ? "no H1" : `${count} H1`}`);
  },
};

const scopes: Rule = {
  name: "header-cells-scoped",
  title: "Header cells say what they head",
  matterhorn: ["15-003"],
  clause: "7.5",
  severity: "error",
  hint: "say for each header cell whether it heads its row or its column",
  check: (inspected) =>
    elementsWhere(inspected, "Table", (table) => {
      const cells = cellsOf(table, inspected);
      const linked = cells.some((cell) => attributesOf(cell).some((at) => itemsAt(at, "Headers").length > 0));
      const silent = cells.filter(
        (cell) =>
          inspected.roleOf(cell) === "TH" &&
          !attributesOf(cell).some((attributes) => nameAt(attributes, "Scope") !== undefined),
      );
      if (silent.length === 0 || linked) return undefined;
      return `${silent.length} header cells of a table do not say whether they head a row or a column`;
    }),
};

/** The cells of a table, not those of tables inside it. */
function cellsOf(table: StructureElement, { roleOf }: Inspected): StructureElement[] {
  return rowsOf(table, roleOf).flat();
}

function rowsOf(table: StructureElement, roleOf: Inspected["roleOf"]): StructureElement[][] {
  const rows = table.children.flatMap((child) =>
    ["THead", "TBody", "TFoot"].includes(roleOf(child)) ? child.children : [child],
  );
  return rows
    .filter((row) => roleOf(row) === "TR")
    .map((row) => row.children.filter((cell) => ["TH", "TD"].includes(roleOf(cell))));
}

const headed: Rule = {
  name: "tables-headed",
  title: "Every table has header cells, and rows of one length",
  matterhorn: [],
  clause: "7.5",
  severity: "warning",
  hint: "mark the first row or column as headers, and give every row the same cells",
  check: (inspected) =>
    elementsWhere(inspected, "Table", (table) => {
      const rows = rowsOf(table, inspected.roleOf);
      if (!rows.flat().some((cell) => inspected.roleOf(cell) === "TH")) return "a table has no header cells";
      return isRegular(rows) ? undefined : "the rows of a table have different numbers of cells";
    }),
};

/** Every row covers as many columns, cells that reach down from above included. */
function isRegular(rows: readonly (readonly StructureElement[])[]): boolean {
  const span = (cell: StructureElement, key: string): number =>
    attributesOf(cell)
      .map((attributes) => numberAt(attributes, key))
      .find((value) => value !== undefined && value >= 1 && value <= 1000) ?? 1;
  const widths = rows.map(() => 0);
  for (const [index, row] of rows.entries())
    for (const cell of row)
      for (let down = 0; down < span(cell, "RowSpan") && index + down < rows.length; down++)
        widths[index + down] = (widths[index + down] ?? 0) + span(cell, "ColSpan");
  return new Set(widths).size <= 1;
}

const formulas: Rule = {
  name: "formulas-described",
  title: "Every formula has words",
  matterhorn: ["17-002"],
  clause: "7.7",
  severity: "error",
  hint: "say the formula in words (alternative text)",
  check: (inspected) =>
    elementsWhere(inspected, "Formula", (element) =>
      wordsOf(element) === "" ? "a formula has no alternative text" : undefined,
    ),
};

const notes: Rule = {
  name: "notes-identified",
  title: "Every note has a name of its own",
  matterhorn: ["19-003", "19-004"],
  clause: "7.9",
  severity: "error",
  hint: "give each note an ID that no other has",
  check: (inspected) => {
    const seen = new Set<string>();
    return elementsWhere(inspected, "Note", ({ dict }) => {
      const id = idOf(dict);
      if (id === "") return "a note has no ID";
      if (seen.has(id)) return `two notes have the ID ${id}`;
      seen.add(id);
      return undefined;
    });
  },
};

/** IDs are byte strings: what matters is only whether two are equal. */
function idOf(dict: PDFDict): string {
  const [id] = itemsAt(dict, "ID");
  return id instanceof PDFString || id instanceof PDFHexString ? (textAt(dict, "ID") ?? "") : "";
}

/** Rules about what tags mean. */
export const meaningRules: readonly Rule[] = [
  figures,
  figuresPlaced,
  headings,
  oneKindOfHeading,
  oneTitle,
  scopes,
  headed,
  formulas,
  notes,
];
