// The pathway as lines of steps, from the root through the selected node to its targets.
import { part } from "./component-tree.js";

/** The steps of a chain: all segments of a nerve are one step, except the selected segment. */
function stepsOf(payload, chain, selected) {
  const steps = [];
  for (const at of chain) {
    const nerve = payload.nerve_of[at] ?? at;
    if (at === selected && steps.at(-1) === nerve) steps.pop();
    const isAfterSelected = payload.nerve_of[selected] === nerve && steps.at(-1) === selected;
    if (!isAfterSelected && steps.at(-1) !== nerve) steps.push(at === selected ? at : nerve);
  }
  return steps;
}

/**
 * One line for all chains that differ only in their root. A step is a list of nodes; null represents the
 * steps that a line shares with the one above it.
 */
function linesOf(payload, chains, selected) {
  const byTail = new Map();
  for (const chain of chains) {
    const [first, ...tail] = stepsOf(payload, chain, selected);
    const key = payload.kinds[first] === "root" && tail.length ? tail.join() : [first, ...tail].join();
    if (!byTail.has(key)) byTail.set(key, { firsts: new Set(), tail });
    byTail.get(key).firsts.add(first);
  }
  let previous = [];
  return [...byTail.values()].map(({ firsts, tail }) => {
    const line = [[...firsts], ...tail.map((at) => [at])];
    const shared = line.findIndex((step, at) => step.join() !== previous[at]?.join());
    previous = line;
    return shared > 1 ? [null, ...line.slice(shared)] : line;
  });
}

function stepButton(payload, at, selected) {
  const props = { children: payload.names[at], "data-node": payload.ids[at], className: `step ${payload.kinds[at]}` };
  return part("Button", at === selected ? { ...props, "aria-current": "step" } : props);
}

/**
 * One list for each line; none if nothing leads to the selected node.
 * @param {Payload} payload
 * @param {Pathway} pathway
 * @returns {Component[]}
 */
export function pathwaySteps(payload, { at: selected, chains }) {
  const shared = part("Span", { children: payload.words["panel.shared"], className: "shared" });
  const item = (step) => {
    const buttons = step?.flatMap((at, n) => [...(n ? [" + "] : []), stepButton(payload, at, selected)]);
    return part("Li", { children: buttons ?? shared });
  };
  return linesOf(payload, chains, selected).map((line) =>
    part("Ol", { className: "ribbon", children: line.map(item) }),
  );
}
