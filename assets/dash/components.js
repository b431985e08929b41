// The Dash components of the page, all registered here. `app.layout` (atlas/web/layout/dash_layout.py) consists of them.
import { Tree } from "../panel/component-tree.js";
import { PageFigure } from "./page-figure.js";

/** The figures of the page, which the components `Body`, `Network` and `Solid` show; the last stays in the first. */
export const pageFigures = [new PageFigure("stage"), new PageFigure("network"), new PageFigure()];
const [body, network, solid] = pageFigures;

/** @param {PageFigure} figure */
function componentOf(figure) {
  return function FigureComponent(/** @type {FigureProps} */ props) {
    const { createElement, useLayoutEffect, useRef } = window.React;
    const place = useRef(null);
    // before the next paint, and before React removes the place
    useLayoutEffect(() => figure.mount(place.current), []);
    useLayoutEffect(() => figure.take(props));
    return createElement("div", { className: "adopting", ref: place });
  };
}

/** Shows its children in the panel, which the first HTML holds. */
function Panel({ id, children }) {
  const { React, ReactDOM } = window;
  return ReactDOM.createPortal(React.createElement("div", { id }, children), document.getElementById("told"));
}

/** Holds the part of the page's state that no figure reports; `dcc.Store` would need another 470 KB of scripts. */
const Store = () => null;

/** Makes the components known to Dash, which looks them up in the namespace that atlas/components/base.py names. */
export function registerComponents() {
  const figures = { Body: componentOf(body), Network: componentOf(network), Solid: componentOf(solid) };
  window.nerve_atlas = { ...figures, Panel, Store, Tree };
}

/** Whether Dash has drawn the layout, so that the page can report to it. */
export const isLayoutDrawn = () =>
  pageFigures.every(({ isMounted }) => isMounted) && Boolean(document.getElementById("panel"));
