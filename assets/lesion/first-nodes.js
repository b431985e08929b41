// Where a lesion of several nodes begins.

/**
 * The nodes of a lesion that none of its other nodes leads to: a nerve as a whole is marked where it begins.
 * @param {Pick<Payload, "edges" | "ids">} payload
 * @param {string[]} nodes
 */
export function firstOf({ edges, ids }, nodes) {
  const removed = new Set(nodes);
  const later = edges.filter(([from, to]) => removed.has(ids[from]) && removed.has(ids[to])).map(([, to]) => ids[to]);
  return nodes.filter((id) => !later.includes(id));
}
