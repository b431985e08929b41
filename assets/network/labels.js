// The lines of a label: a name is broken between words, and what does not fit ends with an ellipsis.

import { INDENT } from "./row-drawing.js";

/** @import { Row } from "./types" */

/** The most lines of a name. */
const MOST_LINES = 3;

/**
 * @param {string} line
 * @param {number} widest
 * @param {(text: string) => number} widthOf
 */
function shortened(line, widest, widthOf) {
  if (widthOf(line) <= widest) return line;
  let end = line.length;
  while (end > 1 && widthOf(`${line.slice(0, end)}…`) > widest) end -= 1;
  return `${line.slice(0, end).trimEnd()}…`;
}

/**
 * Breaks a text into lines of at most this width.
 * @param {string} text
 * @param {number} widest
 * @param {(text: string) => number} widthOf
 * @param {number} most  lines
 * @returns {string[]}
 */
export function linesOf(text, widest, widthOf, most) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (lines.at(-1) && widthOf(longer) > widest) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  const kept = lines.length > most ? [...lines.slice(0, most - 1), lines.slice(most - 1).join(" ")] : lines;
  return kept.map((line) => shortened(line, widest, widthOf));
}

/**
 * A function that sets the lines of a row and the height that they need; equal labels are broken once.
 * @param {{unit: number, line: number, labelRoom: number, widthOf: (text: string) => number}} sizes
 */
export function measureIn({ unit, line, labelRoom, widthOf }) {
  /** @type {Map<string, string[]>} */
  const known = new Map();
  const broken = (/** @type {string} */ text, /** @type {number} */ most) => {
    if (!known.has(text)) known.set(text, linesOf(text, labelRoom - INDENT, widthOf, most));
    return known.get(text);
  };
  return (/** @type {Row} */ row) => {
    row.lines = broken(row.name, MOST_LINES);
    const isBeside = row.detail && widthOf(row.lines.at(-1)) + widthOf(`  ${row.detail}`) <= labelRoom - INDENT;
    row.beside = isBeside ? row.detail : "";
    row.below = isBeside || !row.detail ? [] : broken(row.detail, 1);
    row.room = unit + (row.lines.length + row.below.length - 1) * line;
  };
}
