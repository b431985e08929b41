// Measures and wraps text on a sheet.
const SANS = "Helvetica, Arial, sans-serif";
const SAFETY = 1.04; // other programs may have wider letters
const context = document.createElement("canvas").getContext("2d");

/**
 * The width of a text in pixels.
 * @param {string} text
 * @param {number} size  of the font, in pixels
 */
export function textWidth(text, size) {
  context.font = `${size}px ${SANS}`;
  return context.measureText(text).width * SAFETY;
}

/**
 * @param {string} text
 * @param {number} size  of the font, in pixels
 * @param {number} room  width of a line, in pixels
 * @returns {string[]}  lines
 */
export function wrapped(text, size, room) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (lines.at(-1) && textWidth(longer, size) > room) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
