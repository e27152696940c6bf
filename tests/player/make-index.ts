import type { ColumnIndex, LectureIndex } from "../../scripts/player/data.ts";

/** An index of these columns, with the rest as plain as can be. */
export const makeIndex = (
  columns: readonly ColumnIndex[],
  aliases: LectureIndex["aliases"] = {},
): LectureIndex => ({
  id: "talk",
  title: "A lecture",
  authors: [],
  texts: "en",
  hasSound: true,
  hasDescriptions: false,
  columns,
  aliases,
});
