// The summary of a tour on paper: its key sentences, its questions with their answers, and the address. It exists only
// while it is printed.
import { element, filled } from "../app/dom.js";
import { styleLoader } from "../app/load-style-sheet.js";
import { printAlone } from "../share/print-alone.js";
import { qrCode } from "../share/qr-code.js";

/** @import { Words } from "../lesion/types" */
/** @import { Tour } from "./tour-route.js" */

const loadStyle = styleLoader("paper-sheet");

/** @param {Words} words @param {Tour} tour */
function createSheet(words, { name, steps }) {
  const asked = steps.filter(({ ask }) => ask);
  const questions = [
    element("h2", {}, words["tours.summary.asked"]),
    element(
      "ol",
      {},
      asked.map(({ ask, title }) => element("li", {}, ask, element("p", {}, `→ ${title}`))),
    ),
  ];
  return element(
    "section",
    { id: "tour-sheet", className: "paper-sheet" },
    element(
      "header",
      {},
      element("h1", {}, filled(words["tours.summary.sheet"], { name })),
      qrCode(location.href, words["tours.summary.code"]),
    ),
    element("p", { className: "paper-address" }, location.href),
    element("h2", {}, words["tours.summary.points"]),
    element(
      "ol",
      {},
      steps.map(({ title }) => element("li", {}, title)),
    ),
    ...(asked.length ? questions : []),
  );
}

/**
 * Prints the summary alone.
 * @param {Page} page
 * @param {Words} words
 * @param {Tour} tour
 */
export async function printSummary(page, words, tour) {
  await loadStyle(page);
  printAlone(
    () => createSheet(words, tour),
    "paperSheet",
    () => {},
  );
}
