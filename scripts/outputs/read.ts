/**
 * `read.html`: the study handout's document on screen. It can be read without script, which only adds a button to print. Its slides
 * need `assets/theme.css`, which is an output of its own.
 */
import { counted } from "../counted.ts";
import type { Lecture } from "../model.ts";
import { documentOf, makingOf } from "./handout/document.ts";
import { oneEraRules } from "./handout/page-rules.ts";
import { study } from "./handout/profiles/study.ts";
import type { Made, Output } from "./index.ts";
import { lectureMetadata } from "./metadata.ts";
import { scriptJson } from "./site/json.ts";
import { sourceLink } from "./source.ts";
import type { Tools } from "./tools.ts";

/** `read.html` and its styles. */
export const read: Output = { name: "read", make };

const STYLES = "assets/read.css";
const SCRIPT = "assets/read.js";

async function make(lecture: Lecture, tools: Tools): Promise<Made> {
  const made = makingOf(study, lecture, tools);
  const { article } = made;
  // A copy with private notes is nobody's to find.
  const metadataJson = tools.speaker === true ? "" : scriptJson(lectureMetadata(lecture));
  const files = { stylesheet: STYLES, script: SCRIPT, metadataJson, ...sourceLink(tools) };
  const { html, css } = await documentOf(study, made, tools, files, ["screen"]);
  return {
    files: [
      { path: "read.html", text: html },
      { path: STYLES, text: `${css}\n${oneEraRules(article)}` },
      { path: SCRIPT, bytes: await tools.programFile("lib/site/read.js") },
    ],
    problems: [],
    summary: `${counted(article.eras.flatMap((era) => era.parts).length, "slide")} as an article`,
  };
}
