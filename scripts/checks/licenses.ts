/** What a lecture takes from others must let it go on under the lecture's licence. What is used on a `basis:` stays out of this. */
import * as z from "zod";
import { warning } from "../diagnostics.ts";
import type { At, DeckFiles } from "../model.ts";
import { partsOf } from "../remix/licenses/parts.ts";
import { judge, type Part, type Reason, type Verdict } from "../remix/licenses/verdict.ts";
import { sayLicenses, sayReason } from "../remix/licenses/words.ts";
import { keyPlace } from "../source/key-place.ts";
import { readText } from "../source/text.ts";
import { readYaml } from "../source/yaml.ts";
import type { DeckCheck } from "./index.ts";

/** Finds the works whose licences do not let the lecture be passed on; making and showing it is another matter. */
export const licenses: DeckCheck = {
  name: "licenses",
  run: (deck, files) => {
    const { meta } = deck;
    const verdict = judge(meta, partsOf(deck));
    return verdict.reasons
      .filter(({ answer }) => answer === "no")
      .map((reason) =>
        warning(
          "license-conflict",
          placeOf(meta.credits[reason.part] ?? reason, files),
          `${sayReason(reason)} (${reason.clause})`,
          { hint: `${hintFor(reason, verdict, meta.credits[reason.part])}; the rule: ${reason.source}` },
        ),
      );
  },
};

function hintFor({ clashes, licenses: alone }: Reason, { licenses: all }: Verdict, part?: Part): string {
  const basis = "say on what you use it: basis: quotation, fair-use or permission";
  if (part?.license === undefined) return `write its license:, or ${basis}`;
  if (all.length > 0) return sayLicenses(all);
  const [other] = clashes;
  if (other !== undefined)
    return `no licence lets it go together with "${other}": leave one of them out, or show whole what is changed`;
  return alone.length > 0
    ? `as far as this work goes, ${sayLicenses(alone)}`
    : `take it whole and unchanged where its licence allows that, leave it out, or ${basis}`;
}

/** The licence that the credit names, else the credit; a credit may stand beside its file. */
function placeOf({ title, files: media = [] }: Part, files: DeckFiles): At {
  const beside = media.map((path) => `${path}.credit.yaml`).find((path) => files.files.has(path));
  for (const file of ["deck.yaml", beside]) {
    const source = file === undefined ? undefined : files.files.get(file);
    if (source === undefined) continue;
    const start = { file: source.path, line: 1, column: 1 };
    const { value, at } = readYaml(readText(source).text, start, written);
    const list = Array.isArray(value) ? value : (value?.credits ?? [value]);
    const index = list.findIndex((credit) => credit?.title === title);
    if (index === -1) continue;
    const path = Array.isArray(value) ? [index] : value?.credits === undefined ? [] : ["credits", index];
    return at([...path, "license"]);
  }
  return keyPlace(files, "credits");
}

const credit = z.looseObject({ title: z.unknown() });
/** `deck.yaml`, or what stands beside a file: a credit or a list of them. */
const written = z.union([
  z.array(credit),
  z.looseObject({ title: z.unknown(), credits: z.array(credit).optional() }),
]);
