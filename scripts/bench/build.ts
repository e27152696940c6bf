/** Whole-process time and memory of a build without sound and PDF, beside the floor. */
import { join } from "node:path";
import type { Bench } from "./bench.ts";
import { bundleFloor } from "./bundle-floor.ts";
import { writeDeck } from "./generate.ts";
import { inTurn, processRunner } from "./process.ts";

/** Prints the table of builds, one row per size. */
export async function benchBuild({ cli, scratch, sizes, print }: Bench): Promise<void> {
  const run = await processRunner(scratch);
  const floor = await bundleFloor(scratch);
  print("build without sound and PDF: medians, floor = Node and markdown-it on the same text");
  print("slides   build ms   floor ms   ratio   build MB   floor MB");
  for (const slides of sizes) {
    const deck = join(scratch, `deck-${slides}`);
    await writeDeck(deck, slides);
    const out = join(scratch, `site-${slides}`);
    const times = slides > 1000 ? 3 : 7;
    const [ours, bare] = await inTurn(times, [
      () => run([cli, "build", deck, "--out", out, "--no-audio", "--only", "site"]),
      () => run([floor, deck, join(scratch, "floor.html")]),
    ]);
    if (ours === undefined || bare === undefined) continue;
    const cells = [ours.wallMs, bare.wallMs].map((ms) => ms.toFixed(0).padStart(9));
    const memory = [ours.peakBytes, bare.peakBytes].map((bytes) => (bytes / 1e6).toFixed(0).padStart(8));
    print(
      `${String(slides).padStart(6)}  ${cells.join("  ")}  ${(ours.wallMs / bare.wallMs).toFixed(2).padStart(6)}  ${memory.join("   ")}`,
    );
  }
}
