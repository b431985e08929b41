import js from "@eslint/js";
import globals from "globals";

const GLOBALS_WITH_REASON = [
  ["localStorage", "only what the reader asks to keep is stored; see assets/quiz/progress.js"],
  [
    "sessionStorage",
    "the state of the page is in its address; only a seat in a classroom, a draft and an exam are kept",
  ],
].map(([name, message]) => ({ name, message }));
const PROPERTIES_WITH_REASON = [
  ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => [property, "text is never read as markup"]),
  ["write", "text is never read as markup", "document"],
  ["writeln", "text is never read as markup", "document"],
  ["cookie", "the page sets no cookie", "document"],
  ["sendBeacon", "the page reports nothing about its reader"],
  ["localStorage", "only what the reader asks to keep is stored; see assets/quiz/progress.js"],
  ["sessionStorage", "the state of the page is in its address"],
].map(([property, message, object]) => ({ ...(object && { object }), property, message }));

export default [
  js.configs.recommended,
  {
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "no-var": "error",
      "prefer-const": "error",
      complexity: ["error", 16],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-script-url": "error",
    },
  },
  { files: ["assets/**/*.js"], languageOptions: { globals: globals.browser } },
  { files: ["assets/offline/service-worker.js"], languageOptions: { globals: globals.serviceworker } },
  {
    files: ["assets/**/*.js"],
    rules: {
      "no-restricted-globals": ["error", ...GLOBALS_WITH_REASON],
      "no-restricted-properties": ["error", ...PROPERTIES_WITH_REASON],
    },
  },
  // its figures are files of the atlas, not text of a reader
  { files: ["assets/figures/deferred-figures.js"], rules: { "no-restricted-properties": "off" } },
  {
    files: ["assets/quiz/progress.js", "assets/app/voice.js", "tests/js/**"],
    rules: { "no-restricted-globals": ["error", ...GLOBALS_WITH_REASON.filter(({ name }) => name !== "localStorage")] },
  },
  {
    files: [
      "assets/rooms/room-memory.js",
      "assets/packs/pack-store.js",
      "assets/packs/damaged-drafts.js",
      "assets/quiz/exam-memory.js",
      "tests/js/given-answers.test.js",
      "tests/js/packs/stored-packs.test.js",
    ],
    rules: { "no-restricted-globals": "off" },
  },
  { files: ["tools/**/*.mjs", "tests/js/**/*.js", "eslint.config.js"], languageOptions: { globals: globals.node } },
  { files: ["tests/js/**/*.test.js"], languageOptions: { globals: globals.browser } },
];
