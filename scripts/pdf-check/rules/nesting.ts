/** Which tag may stand in which (Matterhorn checkpoint 09; ISO 32000-1, tables 333, 336, 337 and 338). */
import { PDFRef, PDFDict, PDFNumber } from "@cantoo/pdf-lib";
import { itemsAt, nameAt, resolve } from "../../pdf/objects.ts";
import type { StructureElement } from "../../pdf/structure.ts";
import type { Inspected } from "../inspect.ts";
import type { Fault, Rule } from "../rule.ts";

/** What a tag may hold and stand in; `own` where content may stand right in it. */
interface Place {
  readonly holds?: readonly string[];
  readonly within?: readonly string[];
}

/** A rule about a family of tags. */
function family(
  rule: Pick<Rule, "name" | "title" | "matterhorn" | "hint">,
  places: Readonly<Record<string, Place>>,
  more: (element: StructureElement, inspected: Inspected) => readonly string[] = () => [],
): Rule {
  return {
    ...rule,
    clause: "7.2",
    severity: "error",
    check: (inspected) =>
      inspected.elements.flatMap((element): Fault[] => {
        const role = inspected.roleOf(element);
        const place = Object.hasOwn(places, role) ? places[role] : undefined;
        if (place === undefined) return [];
        const messages = [
          ...misplaced(element, role, place, inspected),
          ...strangers(element, role, place, inspected),
          ...more(element, inspected),
        ];
        return messages.map((message) => ({ message, page: inspected.pageOf(element) }));
      }),
  };
}

function misplaced(
  element: StructureElement,
  role: string,
  { within }: Place,
  { roleOf }: Inspected,
): string[] {
  if (within === undefined) return [];
  const parent = element.parent === undefined ? "nothing" : roleOf(element.parent);
  return within.includes(parent) ? [] : [`${role} stands in ${parent} instead of ${within.join(" or ")}`];
}

function strangers(
  element: StructureElement,
  role: string,
  { holds }: Place,
  { roleOf }: Inspected,
): string[] {
  if (holds === undefined) return [];
  const foreign = new Set(element.children.map(roleOf).filter((child) => !holds.includes(child)));
  return [
    ...[...foreign].map((child) => `${role} holds ${child}`),
    ...(hasOwnContent(element) ? [`${role} holds content that stands in no ${holds[0]}`] : []),
  ];
}

/** Marked content or an annotation stands right in the element. */
const hasOwnContent = ({ dict }: StructureElement): boolean =>
  itemsAt(dict, "K").some((kid) => {
    if (kid instanceof PDFNumber) return true;
    const direct = resolve(dict.context, kid);
    const type = direct instanceof PDFDict ? nameAt(direct, "Type") : undefined;
    return type === "MCR" || type === "OBJR" || (kid instanceof PDFRef && direct instanceof PDFNumber);
  });

/** At most one caption, first or last of the kids. */
function captions(element: StructureElement, { roleOf }: Inspected): string[] {
  const kids = element.children.map(roleOf);
  const at = kids.flatMap((role, index) => (role === "Caption" ? [index] : []));
  if (at.length > 1) return [`${roleOf(element)} has ${at.length} captions`];
  const middle = at.some((index) => index !== 0 && index !== kids.length - 1);
  return middle ? [`the caption of ${roleOf(element)} stands in the middle`] : [];
}

function tableParts(element: StructureElement, inspected: Inspected): string[] {
  if (inspected.roleOf(element) !== "Table") return [];
  const kids = element.children.map(inspected.roleOf);
  const count = (role: string): number => kids.filter((kid) => kid === role).length;
  const bodiless = (count("THead") > 0 || count("TFoot") > 0) && count("TBody") === 0;
  return [
    ...captions(element, inspected),
    ...["THead", "TFoot"]
      .filter((role) => count(role) > 1)
      .map((role) => `a table has more than one ${role}`),
    ...(bodiless ? ["a table has THead or TFoot and no TBody"] : []),
  ];
}

const TABLES: Readonly<Record<string, Place>> = {
  Table: { holds: ["TR", "THead", "TBody", "TFoot", "Caption"] },
  THead: { holds: ["TR"], within: ["Table"] },
  TBody: { holds: ["TR"], within: ["Table"] },
  TFoot: { holds: ["TR"], within: ["Table"] },
  TR: { holds: ["TD", "TH"], within: ["Table", "THead", "TBody", "TFoot"] },
  TH: { within: ["TR"] },
  TD: { within: ["TR"] },
};

const LISTS: Readonly<Record<string, Place>> = {
  L: { holds: ["LI", "L", "Caption"] },
  LI: { holds: ["LBody", "Lbl"], within: ["L"] },
  LBody: { within: ["LI"] },
};

const CONTENTS: Readonly<Record<string, Place>> = {
  TOC: { holds: ["TOCI", "TOC", "Caption"] },
  TOCI: { within: ["TOC"] },
};

const RUBY: Readonly<Record<string, Place>> = {
  Ruby: { holds: ["RB", "RT", "RP"] },
  RB: { within: ["Ruby"] },
  RT: { within: ["Ruby"] },
  RP: { within: ["Ruby"] },
};

const WARICHU: Readonly<Record<string, Place>> = {
  Warichu: { holds: ["WT", "WP"] },
  WT: { within: ["Warichu"] },
  WP: { within: ["Warichu"] },
};

const HINT = "make it again as a real one in the program that the document comes from";

/** Rules about nesting. */
export const nestingRules: readonly Rule[] = [
  family(
    {
      name: "tables-whole",
      title: "Tables consist of rows, and rows of cells",
      matterhorn: ["09-004"],
      hint: HINT,
    },
    TABLES,
    tableParts,
  ),
  family(
    {
      name: "lists-whole",
      title: "Lists consist of items, and items of a label and a body",
      matterhorn: ["09-005"],
      hint: HINT,
    },
    LISTS,
    (element, inspected) => (inspected.roleOf(element) === "L" ? captions(element, inspected) : []),
  ),
  family(
    {
      name: "contents-whole",
      title: "Tables of contents consist of their entries",
      matterhorn: ["09-006"],
      hint: HINT,
    },
    CONTENTS,
  ),
  family(
    {
      name: "ruby-whole",
      title: "Ruby consists of its base and its reading",
      matterhorn: ["09-007"],
      hint: HINT,
    },
    RUBY,
  ),
  family(
    {
      name: "warichu-whole",
      title: "Warichu consists of its text and its brackets",
      matterhorn: ["09-008"],
      hint: HINT,
    },
    WARICHU,
  ),
];
