import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "no-var": "error",
      "prefer-const": "error",
      complexity: ["error", 16],
    },
  },
  { files: ["assets/**/*.js"], languageOptions: { globals: globals.browser } },
  { files: ["assets/offline/service-worker.js"], languageOptions: { globals: globals.serviceworker } },
  { files: ["tools/**/*.mjs", "tests/js/**/*.js", "eslint.config.js"], languageOptions: { globals: globals.node } },
  { files: ["tests/js/**/*.test.js"], languageOptions: { globals: globals.browser } },
];
