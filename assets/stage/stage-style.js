// The style sheet of the stage, of its pen and of the dot, which the first view of the page does not need.
import { once } from "../app/fetch-json.js";
import { loadStyleSheet } from "../app/load-style-sheet.js";

/** @type {(page: Pick<Page, "answers">) => Promise<void>} */
export const loadStageStyle = once(({ answers }) => loadStyleSheet(answers["stage-style"]));
