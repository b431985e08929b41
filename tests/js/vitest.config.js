import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const decoder = new URL("../../node_modules/meshoptimizer/meshopt_decoder_reference.js", import.meta.url);

export default defineConfig({
  resolve: { alias: { "meshopt-reference-decoder": fileURLToPath(decoder) } }, // as in tools/frontend/build.mjs
  // a test of many courses takes seconds on a busy machine
  test: { dir: "tests/js", include: ["**/*.test.js"], environment: "node", testTimeout: 60_000 },
});
