// The pathway as lines of steps, from the root to what is chosen and on to its targets.
import { part } from "./component-tree.js";

function button(payload, at, chosen) {
  const props = { children: payload.names[at], "data-node": payload.ids[at], className: `step ${payload.kinds[at]}` };
  return part("Button", at === chosen ? { ...props, "aria-current": "step" } : props);
}

// The stretches of one nerve make one step, but for the stretch that is chosen.
function steps(payload, chain, chosen) {
  const found = [];
  for (const at of chain) {
    const nerve = payload.nerve_of[at] ?? at;
    if (at === chosen && found.at(-1) === nerve) found.pop();
    const passed = payload.nerve_of[chosen] === nerve && found.at(-1) === chosen;
    if (!passed && found.at(-1) !== nerve) found.push(at === chosen ? at : nerve);
  }
  return found;
}

// Chains that differ only in their root are one line; what a line shares with the one above it is not said again.
function lines(payload, chains, chosen) {
  const byTail = new Map();
  for (const chain of chains) {
    const [first, ...tail] = steps(payload, chain, chosen);
    const key = payload.kinds[first] === "root" && tail.length ? tail.join() : [first, ...tail].join();
    if (!byTail.has(key)) byTail.set(key, { firsts: new Set(), tail });
    byTail.get(key).firsts.add(first);
  }
  let before = [];
  return [...byTail.values()].map(({ firsts, tail }) => {
    const line = [[...firsts], ...tail.map((at) => [at])];
    const shared = line.findIndex((place, at) => place.join() !== before[at]?.join());
    before = line;
    return shared > 1 ? [null, ...line.slice(shared)] : line;
  });
}

// One list for each line; empty where nothing leads to what is chosen.
export function ribbon(payload, { at: chosen, chains }) {
  const place = (ats) => {
    const buttons = ats?.flatMap((at, n) => [...(n ? [" + "] : []), button(payload, at, chosen)]);
    return part("Li", {
      children: buttons ?? part("Span", { children: payload.words["panel.shared"], className: "shared" }),
    });
  };
  return lines(payload, chains, chosen).map((line) => part("Ol", { className: "ribbon", children: line.map(place) }));
}
