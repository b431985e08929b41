// What the network and the tree in the panel ask of the graph of a pathway.

/** The kinds of nodes at which a pathway ends. */
export const ENDINGS = ["muscle", "territory", "reflex"];

/**
 * How many nodes lie before each node on the longest way to it.
 * @template Node
 * @param {Map<Node, Set<Node>>} parents  node → the nodes directly before it
 * @returns {Map<Node, number>}
 */
export function depthsOf(parents) {
  /** @type {Map<Node, number>} */
  const depths = new Map();
  const depthOf = (/** @type {Node} */ node) => {
    if (!depths.has(node)) {
      depths.set(node, 0); // ends a circle, should nerves ever form one
      depths.set(node, Math.max(0, ...[...parents.get(node)].map((parent) => 1 + depthOf(parent))));
    }
    return depths.get(node);
  };
  for (const node of parents.keys()) depthOf(node);
  return depths;
}
