/** What the tags are called (Matterhorn checkpoint 02). */
import { dictAt, nameAt } from "../../pdf/objects.ts";
import { STANDARD_ROLES, structureRoot } from "../../pdf/structure.ts";
import type { Inspected } from "../inspect.ts";
import type { Rule } from "../rule.ts";

/** The role map's entries; empty without one. */
function roleMap({ document }: Inspected): [from: string, to: string][] {
  const root = structureRoot(document);
  const map = root === undefined ? undefined : dictAt(root, "RoleMap");
  return (map?.entries() ?? []).flatMap(([name]) => {
    const from = name.decodeText();
    const to = map === undefined ? undefined : nameAt(map, from);
    return to === undefined ? [] : [[from, to]];
  });
}

/** A name leads back to itself. */
function goesRound(from: string, map: ReadonlyMap<string, string>): boolean {
  const passed = new Set<string>();
  for (let at: string | undefined = from; at !== undefined; at = map.get(at)) {
    if (STANDARD_ROLES.has(at)) return false;
    if (passed.has(at)) return true;
    passed.add(at);
  }
  return false;
}

const standard: Rule = {
  name: "roles-standard",
  title: "Every tag is a standard one, or mapped to one",
  matterhorn: ["02-001"],
  clause: "7.1",
  severity: "error",
  hint: "map the tag to the nearest standard one in the role map",
  check: (inspected) => {
    const foreign = new Map(
      inspected.elements
        .filter((element) => !STANDARD_ROLES.has(inspected.roleOf(element)))
        .map((element) => [element.role, element]),
    );
    return [...foreign].map(([role, element]) => ({
      message: `the tag ${role} is neither standard nor mapped to a standard one`,
      page: inspected.pageOf(element),
    }));
  },
};

const noCircle: Rule = {
  name: "roles-without-circle",
  title: "The role map leads nowhere in a circle",
  matterhorn: ["02-003"],
  clause: "7.1",
  severity: "error",
  hint: "map each tag to a standard one",
  check: (inspected) => {
    const map = new Map(roleMap(inspected));
    return [...map.keys()]
      .filter((role) => goesRound(role, map))
      .map((role) => ({ message: `the role map leads from ${role} back to itself` }));
  },
};

const notRemapped: Rule = {
  name: "standard-roles-kept",
  title: "No standard tag is mapped to another",
  matterhorn: ["02-004"],
  clause: "7.1",
  severity: "error",
  hint: "take the entry out of the role map",
  check: (inspected) =>
    roleMap(inspected)
      .filter(([from]) => STANDARD_ROLES.has(from))
      .map(([from, to]) => ({ message: `the role map says that the standard tag ${from} means ${to}` })),
};

/** Rules about roles. */
export const roleRules: readonly Rule[] = [standard, noCircle, notRemapped];
