// Colours as drawing programs read them: six hexadecimal digits and an opacity, whatever notation a browser answers in.
const canvas = document.createElement("canvas");
canvas.width = canvas.height = 1;
const pen = canvas.getContext("2d", { willReadFrequently: true });
const known = new Map();

const hex = (n) => n.toString(16).padStart(2, "0");

// "rgb(…)", "color(srgb …)", "oklab(…)" … → [hexadecimal colour, opacity]
export function plainColour(text) {
  if (!known.has(text)) {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = text;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
    const alpha = Number(/[,/]\s*([\d.]+)(%?)\)$/.exec(/^rgba|\//.test(text) ? text : "")?.[1] ?? a / 255);
    known.set(text, [`#${hex(r)}${hex(g)}${hex(b)}`, Math.round(alpha * 1000) / 1000]);
  }
  return known.get(text);
}
