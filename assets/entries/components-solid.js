// Entry of solid.js of the Dash components: the body in three dimensions, with three.js. `Solid` loads it when it is drawn.
import { SolidView } from "../components/solid-view.js";

Object.assign(window.nerve_atlas, { SolidView });
