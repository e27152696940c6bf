/** Everything that is drawn is either tagged or marked as an artifact (Matterhorn checkpoint 01). */
import { dictAt, flagAt } from "../../pdf/objects.ts";
import type { Drawn } from "../walk.ts";
import type { Inspected } from "../inspect.ts";
import { faultUnless, type Fault, type Rule } from "../rule.ts";

const HINT =
  "write the document's content as tagged content, and mark decoration as an artifact, with the program that makes it";

/** One fault for each page of which something is true. */
const pagesWhere = ({ pages }: Inspected, broken: (drawn: Drawn) => string | undefined): Fault[] =>
  pages.flatMap(({ number, drawn }) => {
    const message = broken(drawn);
    return message === undefined ? [] : [{ message, page: number }];
  });

const marked: Rule = {
  name: "tagged",
  title: "The document is marked as tagged, and has tags",
  matterhorn: [],
  clause: "7.1",
  severity: "error",
  hint: "export it again as a tagged (accessible) PDF",
  check: ({ document, elements }) => {
    const info = dictAt(document.catalog, "MarkInfo");
    const holds = info !== undefined && flagAt(info, "Marked") === true && elements.length > 0;
    return faultUnless(
      holds,
      "the document has no tags: a screen reader gets no headings, lists or pictures of it",
    );
  },
};

const suspects: Rule = {
  name: "no-suspects",
  title: "The tags are not marked as doubtful",
  matterhorn: ["01-007"],
  clause: "7.1",
  severity: "error",
  hint: "look through the tags, then take the entry Suspects out of MarkInfo",
  check: ({ document }) => {
    const info = dictAt(document.catalog, "MarkInfo");
    const doubtful = info !== undefined && flagAt(info, "Suspects") === true;
    return faultUnless(!doubtful, "the program that made the tags marked them as doubtful");
  },
};

const everythingMarked: Rule = {
  name: "content-marked",
  title: "All that a page draws is tagged or an artifact",
  matterhorn: ["01-005"],
  clause: "7.1",
  severity: "error",
  hint: HINT,
  check: (inspected) =>
    pagesWhere(inspected, ({ unmarked }) =>
      unmarked.size === 0
        ? undefined
        : `something is drawn that is neither tagged nor an artifact (${[...unmarked].sort().join(", ")})`,
    ),
};

const artifactInContent: Rule = {
  name: "no-artifact-in-content",
  title: "No artifact stands inside tagged content",
  matterhorn: ["01-003"],
  clause: "7.1",
  severity: "error",
  hint: HINT,
  check: (inspected) =>
    pagesWhere(inspected, (drawn) =>
      drawn.artifactInContent ? "an artifact stands inside tagged content" : undefined,
    ),
};

const contentInArtifact: Rule = {
  name: "no-content-in-artifact",
  title: "No tagged content stands inside an artifact",
  matterhorn: ["01-004"],
  clause: "7.1",
  severity: "error",
  hint: HINT,
  check: (inspected) =>
    pagesWhere(inspected, (drawn) =>
      drawn.contentInArtifact ? "tagged content stands inside an artifact" : undefined,
    ),
};

const balanced: Rule = {
  name: "marks-balanced",
  title: "Every mark around content is opened and closed on its page",
  matterhorn: [],
  clause: "ISO 32000-1, 14.6",
  severity: "error",
  hint: "make the document again; its marked content is damaged",
  check: (inspected) =>
    pagesWhere(inspected, ({ unbalanced }) =>
      unbalanced ? "a mark around content is left open, or closed without being opened" : undefined,
    ),
};

/** Rules about marks. */
export const contentRules: readonly Rule[] = [
  marked,
  suspects,
  everythingMarked,
  artifactInContent,
  contentInArtifact,
  balanced,
];
