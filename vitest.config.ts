import { defineConfig } from "vitest/config";
import { handlebarsForVite } from "./scripts/handlebars-modules.ts";

/** Where a machine-readable report is wanted, beside the one that people read. */
const report = process.env["VITEST_JSON"];

export default defineConfig({
  plugins: [handlebarsForVite],
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "tests/prepare.ts",
    environment: "./tests/environment.ts",
    // Modules keep no state, so that a worker need not load them anew for every file.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    ...(report ? { reporters: ["default", "json"], outputFile: { json: report } } : {}),
  },
});
