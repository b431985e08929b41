// When a figure that is shown on request is shown.

/** In the address: keep every such figure closed. */
export const CLOSED = "-";

// A lecture view shows such a figure only when it is asked for.
const LECTURE = "projector";

/**
 * Whether a figure on request is shown.
 * @param {string} id  of its view
 * @param {Pick<State, "inset" | "theme">} state
 * @param {boolean} isLit  whether skin is lit that it is for
 */
export const isShown = (id, { inset, theme }, isLit) => inset === id || (inset === "" && isLit && theme !== LECTURE);

/**
 * What the address says after the figure's button was pressed: nothing if the figure is then as it would be without.
 * @param {string} id
 * @param {Pick<State, "inset" | "theme">} state
 * @param {boolean} isLit
 */
export function pressedInset(id, state, isLit) {
  const shows = !isShown(id, state, isLit);
  if (isShown(id, { ...state, inset: "" }, isLit) === shows) return "";
  return shows ? id : CLOSED;
}
