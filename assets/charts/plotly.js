// Plotly, fetched once when the first chart is opened and nowhere else; and the colours that charts take from the page.
import { loadScript } from "../app/load-script.js";

let fetching = null;

export function fetchPlotly(url) {
  fetching ??= loadScript(url).then(
    () => window.Plotly,
    (error) => {
      fetching = null;
      throw error;
    },
  );
  return fetching;
}

const probe = document.createElement("i");
probe.className = "chart-tone";

// A colour of the table of themes as it is in the theme that is worn.
export function worn(token) {
  document.body.append(probe);
  probe.style.backgroundColor = `var(--${token})`;
  const colour = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return colour;
}
