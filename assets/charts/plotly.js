// Loads Plotly when the first chart is opened, and gives charts the colours of the page.
import { once } from "../app/fetch-json.js";
import { loadScript } from "../app/load-script.js";

/** @type {(url: string) => Promise<any>} */
export const fetchPlotly = once(async (url) => {
  await loadScript(url);
  return window.Plotly;
});

const probe = document.createElement("i");
probe.className = "chart-tone";

/**
 * A colour in the present theme.
 * @param {string} token  name of a CSS custom property, without dashes before it
 * @returns {string}
 */
export function themeColour(token) {
  document.body.append(probe);
  probe.style.backgroundColor = `var(--${token})`;
  const colour = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return colour;
}
