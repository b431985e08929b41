import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { dir: "tests/js", include: ["**/*.test.js"], environment: "node" },
});
