// Entry of components.js: the Dash components, in the namespace that atlas/components/base.py names.
import { BodyFigure } from "../components/body-figure.js";
import { componentOf } from "../components/component.js";
import { NetworkFigure } from "../components/network-figure.js";
import { SolidFigure } from "../components/solid-figure.js";

window.nerve_atlas = {
  Body: componentOf(BodyFigure),
  Network: componentOf(NetworkFigure),
  Solid: componentOf(SolidFigure),
};
