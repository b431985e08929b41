// Entry of model.js: the body in three dimensions as a file, with the exporter of three.js.
import { shared } from "../app/global.js";

Object.assign(shared.features, {
  model: () => import("../solid/model-file.js"),
});
