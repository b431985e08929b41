// Converts CSS colours to the notation that all drawing programs read.
const canvas = document.createElement("canvas");
canvas.width = canvas.height = 1;
const context = canvas.getContext("2d", { willReadFrequently: true });
/** @type {Map<string, [string, number]>} */
const known = new Map();

const hex = (n) => n.toString(16).padStart(2, "0");

/**
 * @param {string} text  "rgb(…)", "color(srgb …)", "oklab(…)" or any other CSS colour
 * @returns {[colour: string, opacity: number]}  six hexadecimal digits, and the opacity from 0 to 1
 */
export function plainColour(text) {
  if (!known.has(text)) {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = text;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
    // the opacity as it is written is more exact than that of the pixel
    const written = /[,/]\s*([\d.]+)(%?)\)$/.exec(/^rgba|\//.test(text) ? text : "")?.[1];
    const opacity = Number(written ?? a / 255);
    known.set(text, [`#${hex(r)}${hex(g)}${hex(b)}`, Math.round(opacity * 1000) / 1000]);
  }
  return known.get(text);
}
