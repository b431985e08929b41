// Entry of charts.js: the features that draw with Plotly.
import { shared } from "../app/global.js";

Object.assign(shared.features, {
  "mode:myotomes": () => import("../myotomes/myotome-mode.js"),
});
