// Makes a Dash component of a figure: React draws one empty element, and the figure is put into it.

/**
 * @param {new (place: HTMLElement, props: FigureProps) => import("./figure.js").Figure} Kind
 */
export function componentOf(Kind) {
  const { createElement, useEffect, useRef } = window.React;
  return function FigureComponent(/** @type {FigureProps} */ props) {
    const place = useRef(null);
    const figure = useRef(null);
    useEffect(() => {
      figure.current = new Kind(place.current, props);
      return () => figure.current.remove();
    }, [props.data]);
    useEffect(() => figure.current.update(props));
    const { id, className, style } = props;
    return createElement("div", { id: typeof id === "object" ? JSON.stringify(id) : id, className, style, ref: place });
  };
}
