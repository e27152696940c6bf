import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assets } from "../../scripts/outputs/assets.ts";
import { handout } from "../../scripts/outputs/handout.ts";
import { checkPdf } from "../pdf-check/check.ts";
import { sampleLecture } from "./sample-lecture.ts";
import { openStaging, type Staging } from "./staging.ts";

const lecture = sampleLecture();
let staging: Staging;
beforeAll(async () => {
  staging = await openStaging();
  await staging.make(assets, lecture);
});
afterAll(async () => {
  await staging.close();
});

test("a handout that breaks a rule says so to its author, and does not claim to keep the standard", async () => {
  // A deck's own style takes the titles of the eras away: the headings of slides follow the lecture's title.
  await appendFile(
    join(staging.folder, "assets/theme.css"),
    ".era h2, .contents h2 { display: none !important; }",
  );
  const { files, problems } = await handout.make(lecture, staging.tools);
  const [first] = lecture.deck.eras;
  expect(problems).toEqual([
    expect.objectContaining({
      severity: "warning",
      code: "pdf-not-accessible",
      file: first?.at.file,
      message: expect.stringMatching(
        /^page \d+ of handout\.pdf: an H3 follows an H1 \(headings-in-order\); it does not say that it keeps PDF\/UA-1$/,
      ) as string,
      hint: "give the headings levels that follow one another; lanternist check --pdf handout.pdf tells all places",
    }),
  ]);
  const [file] = files;
  if (file === undefined || !("bytes" in file)) throw new Error("there is no handout");
  expect(new Set((await checkPdf(file.bytes)).map(({ rule }) => rule))).toEqual(
    new Set(["claim", "headings-in-order"]),
  );
});
