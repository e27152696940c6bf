import { defineConfig } from "vitest/config";
import { handlebarsForVite } from "./scripts/handlebars-modules.ts";

export default defineConfig({
  plugins: [handlebarsForVite],
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "tests/prepare.ts",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
