// What is selected in Explore and what is shown with it (`with`): the choices, and both pathways as one.

/**
 * Two pathways as one.
 * @param {Pathway} first
 * @param {Pathway} second
 * @returns {Pathway}
 */
export function joined(first, second) {
  const merged = (name) => [...new Set([...first[name], ...second[name]])].sort((a, b) => a - b);
  const known = new Set(first.nodes);
  return {
    ...first,
    nodes: merged("nodes"),
    edges: merged("edges"),
    sources: merged("sources"),
    chosen: merged("chosen"),
    locations: merged("locations"),
    chains: [...first.chains, ...second.chains],
    added: second.nodes.filter((at) => !known.has(at)),
    parts: [first, second],
  };
}

/**
 * The pathway of what is selected, joined with that of what is shown with it; null if nothing is selected.
 * @param {Pick<Payload, "has" | "pathway">} payload
 * @param {Pick<State, "select" | "with" | "map">} state
 * @returns {Pathway | null}
 */
export function shownPathway(payload, { select, with: other, map }) {
  const [first, second] = [select, other].map((id) => (payload.has(id) ? payload.pathway(id, map) : null));
  return first && second ? joined(first, second) : first;
}

/**
 * What a choice makes of the selection. When adding, choosing what is already shown removes it.
 * @param {Pick<State, "select" | "with">} state
 * @param {string} id
 * @param {boolean} adds
 * @returns {Partial<State>}
 */
export function chosen({ select, with: other }, id, adds) {
  if (adds && select) return id === other ? { with: "" } : id === select ? { select: other } : { with: id };
  return { select: id === select && !other ? "" : id };
}

/** The mode in which `with` is the place of a second lesion. */
const TWO_LESIONS = "studies";

/**
 * A change of state that ends the pair if it cannot last: by a new selection, without one, or in a mode. A second lesion
 * lasts while there is a first at another place.
 * @param {State} state
 * @param {Partial<State>} change
 * @returns {Partial<State>}
 */
export function endingWith(state, change) {
  const { mode, select, lesion, with: other } = { ...state, ...change };
  const isSecondLesion = mode === TWO_LESIONS && ("with" in change || state.mode === TWO_LESIONS);
  const lasts = isSecondLesion
    ? lesion && lesion !== other
    : !mode && select && select !== other && ("with" in change || !("select" in change));
  return !other || lasts ? change : { ...change, with: "" };
}
