// How a room has answered, as bars with their numbers. The right answers carry a sign beside their colour.
import { element, filled } from "../app/dom.js";

/** @import { Words } from "../lesion/types" */

const MOST_BARS = 8;
export const UNKNOWN = "?";

/**
 * Choice and count, in the order of the choices; for taps the most frequent first.
 * @param {Record<string, number>} counts
 * @param {string[]} choices  empty when the body is tapped
 * @returns {[choice: string, count: number][]}
 */
export function rowsOf(counts, choices) {
  /** @type {(id: string) => [string, number]} */
  const row = (id) => [id, counts[id] ?? 0];
  const unknown = counts[UNKNOWN] ? [row(UNKNOWN)] : [];
  if (choices.length) return [...choices.map(row), ...unknown];
  const tapped = Object.keys(counts).filter((id) => id !== UNKNOWN);
  const rows = tapped.map(row).sort(([a, n], [b, m]) => m - n || a.localeCompare(b));
  return [...rows.slice(0, MOST_BARS), ...unknown];
}

/**
 * How many of the answers are right.
 * @param {Record<string, number>} counts
 * @param {string[]} right
 */
export const rightOf = (counts, right) => right.reduce((sum, id) => sum + (counts[id] ?? 0), 0);

/**
 * @param {[choice: string, count: number][]} rows
 * @param {string[]} right
 * @param {(id: string) => string} nameOf
 * @param {Words} words
 */
export function resultBars(rows, right, nameOf, words) {
  const most = Math.max(1, ...rows.map(([, count]) => count));
  const bars = rows.map(([id, count]) => {
    const isRight = right.includes(id);
    const bar = element("span", { className: "bar", ariaHidden: "true" });
    bar.style.setProperty("--share", String(count / most));
    return element(
      "li",
      { className: isRight ? "right" : "" },
      element(
        "span",
        { className: "choice-name" },
        (isRight ? "✓ " : "") + (id === UNKNOWN ? words["room.dont.know"] : nameOf(id)),
      ),
      bar,
      element("b", {}, filled(words[count === 1 ? "room.answer" : "room.answers"], { n: count })),
    );
  });
  return element("ol", { className: "room-results", ariaLabel: words["room.results"] }, bars);
}
