// When the pulse reaches each lit thing: worked out over the lit part of the nerve graph, from where it sets out.
const STILL = 260; // milliseconds for what is not drawn in any figure that is shown
const ENDING = 420;
const LONGEST = 6000;

const duration = (length) => Math.min(1100, 240 + 24 * Math.sqrt(length));

// Where the pulse sets out: the seats of a site or a condition, else every lit thing that nothing lit leads to.
function starts(answer, edges) {
  const lit = new Set(answer.nodes);
  const seats = answer.seats.filter((at) => lit.has(at));
  if (seats.length) return seats;
  const reached = new Set(edges.map(([, to]) => to));
  return [...new Set(edges.map(([from]) => from))].filter((at) => !reached.has(at));
}

// payload and answer as in payload.mjs; lengths: node → pixels of its longest course. Answers a Map from node to
// [begins, ends] in milliseconds, in the order in which they begin, for all that lies beyond where the pulse sets out.
export function schedule(payload, answer, lengths) {
  const edges = answer.edges.map((at) => payload.edges[at]);
  const onward = new Map();
  for (const [from, to] of edges) onward.set(from, [...(onward.get(from) ?? []), to]);
  const from = starts(answer, edges);
  const reached = new Set(from);
  for (const at of reached) for (const to of onward.get(at) ?? []) reached.add(to);
  const waits = new Map([...reached].map((at) => [at, 0]));
  for (const at of reached) for (const to of onward.get(at) ?? []) waits.set(to, waits.get(to) + 1);
  const begins = new Map();
  const times = new Map();
  const ready = from.filter((at) => !waits.get(at));
  for (const at of ready) {
    const begin = begins.get(at) ?? 0;
    const own = onward.has(at) || lengths.has(at) ? (lengths.has(at) ? duration(lengths.get(at)) : STILL) : ENDING;
    times.set(at, [begin, begin + own]);
    for (const to of onward.get(at) ?? []) {
      begins.set(to, Math.max(begins.get(to) ?? 0, begin + own));
      waits.set(to, waits.get(to) - 1);
      if (!waits.get(to)) ready.push(to);
    }
  }
  const last = Math.max(1, ...[...times.values()].map(([, end]) => end));
  const pace = Math.min(1, LONGEST / last);
  return new Map(
    [...times].map(([at, [begin, end]]) => [at, [begin * pace, end * pace]]).sort((a, b) => a[1][0] - b[1][0]),
  );
}

// The number of each step along the pathway, as its ribbon tells it: the stretches of a nerve are one step.
export function numbered(payload, answer) {
  const numbers = new Map();
  for (const chain of answer.chains) {
    const nerves = [...new Set(chain.map((at) => payload.nerve_of[at] ?? at))];
    for (const at of chain) {
      const number = nerves.indexOf(payload.nerve_of[at] ?? at) + 1;
      if (!numbers.has(at)) numbers.set(at, number);
    }
  }
  return numbers;
}
