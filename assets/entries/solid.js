// Entry of solid.js: the body in three dimensions, with three.js.
import { shared } from "../app/global.js";

Object.assign(shared.features, {
  solid: () => import("../solid/solid.js"),
});
