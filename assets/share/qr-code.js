// Draws a text as a QR code.
import { encode } from "uqr";
import { make } from "../figures/svg-elements.js";

const QUIET_ZONE = 4; // modules of empty border that readers of a QR code need

/**
 * @param {string} text
 * @param {string} label  what the code is, for those who do not see it
 */
export function qrCode(text, label) {
  const { data, size } = encode(text, { ecc: "M", border: 0 });
  const width = size + 2 * QUIET_ZONE;
  const modules = data.flatMap((row, y) =>
    row.map((isDark, x) => (isDark ? `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h1v1h-1z` : "")),
  );
  return make(
    "svg",
    {
      viewBox: `0 0 ${width} ${width}`,
      class: "qr",
      role: "img",
      "aria-label": label,
      "shape-rendering": "crispEdges",
    },
    make("rect", { width, height: width, fill: "#fff" }),
    make("path", { d: modules.join(""), fill: "#000" }),
  );
}
