// Dash draws the panel and nothing else, so its scripts come with the first thing to tell, or when someone stirs.
import { loadScript } from "../app/load-script.js";

let dash = null;

export const asked = () => Boolean(dash);
export const arrived = () => Boolean(document.getElementById("panel") && window.dash_clientside.set_props);

// Whether it came; if not, whoever asks next tries again.
export function bringDash() {
  const { src } = document.getElementById("_dash-renderer").dataset;
  dash ??= Promise.all(JSON.parse(src).map((address) => loadScript(address, true))).then(
    () => Boolean(new window.DashRenderer()),
    () => Boolean((dash = null)),
  );
  return dash;
}
