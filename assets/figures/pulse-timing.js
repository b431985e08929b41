// Schedules the pulse along the highlighted part of the nerve graph, and numbers the steps of a pathway.
// Times are in milliseconds, lengths in pixels.
const HIDDEN_DURATION = 260; // for a node that no shown figure draws
const END_DURATION = 420; // for a target
const LONGEST = 6000;

/** How long the pulse runs along a course. */
const durationOf = (length) => Math.min(1100, 240 + 24 * Math.sqrt(length));

/** Where the pulse starts: the locations of a site or condition, otherwise each node without a highlighted node before it. */
function startsOf(pathway, edges) {
  const highlighted = new Set(pathway.nodes);
  const locations = pathway.locations.filter((at) => highlighted.has(at));
  if (locations.length) return locations;
  const reached = new Set(edges.map(([, to]) => to));
  return [...new Set(edges.map(([from]) => from))].filter((at) => !reached.has(at));
}

/** How many reached nodes precede each reached node. */
function countPredecessors(starts, next) {
  const reached = new Set(starts);
  for (const at of reached) for (const to of next(at)) reached.add(to); // the loop also visits what it adds
  const counts = new Map([...reached].map((at) => [at, 0]));
  for (const at of reached) for (const to of next(at)) counts.set(to, counts.get(to) + 1);
  return counts;
}

/**
 * Shortens the schedule to the longest time allowed.
 * @param {Map<number, number[]>} times
 * @returns {[at: number, time: number[]][]}
 */
function limited(times) {
  const last = Math.max(1, ...[...times.values()].map(([, end]) => end));
  const pace = Math.min(1, LONGEST / last);
  return [...times].map(([at, time]) => [at, time.map((moment) => moment * pace)]);
}

/**
 * When the pulse runs through each node. A node begins when the last node before it has ended.
 * @param {Pick<Payload, "edges">} payload
 * @param {Pick<Pathway, "nodes" | "edges" | "locations" | "parts">} pathway
 * @param {Map<number, number>} lengths  node → length of its longest course in the shown figures
 * @returns {Map<number, number[]>}  node → [begin, end], in the order in which they begin
 */
export function schedule(payload, pathway, lengths) {
  const pairsOf = ({ edges }) => edges.map((/** @type {number} */ at) => payload.edges[at]);
  /** @type {Map<number, number[]>} */
  const distal = new Map();
  for (const [from, to] of pairsOf(pathway)) distal.set(from, [...(distal.get(from) ?? []), to]);
  const next = (at) => distal.get(at) ?? [];
  const starts = [...new Set((pathway.parts ?? [pathway]).flatMap((one) => startsOf(one, pairsOf(one))))];
  const waiting = countPredecessors(starts, next);
  const durationAt = (at) => {
    if (lengths.has(at)) return durationOf(lengths.get(at));
    return distal.has(at) ? HIDDEN_DURATION : END_DURATION;
  };
  const begins = new Map();
  const times = new Map();
  const ready = starts.filter((at) => !waiting.get(at));
  for (const at of ready) {
    const begin = begins.get(at) ?? 0;
    const end = begin + durationAt(at);
    times.set(at, [begin, end]);
    for (const to of next(at)) {
      begins.set(to, Math.max(begins.get(to) ?? 0, end));
      waiting.set(to, waiting.get(to) - 1);
      if (!waiting.get(to)) ready.push(to);
    }
  }
  return new Map(limited(times).sort(([, [a]], [, [b]]) => a - b));
}

/**
 * The number of each step along the pathway, as the panel lists them: all segments of a nerve are one step.
 * @param {Pick<Payload, "nerve_of">} payload
 * @param {Pick<Pathway, "chains">} pathway
 * @returns {Map<number, number>}  node → number, from 1
 */
export function stepNumbers(payload, pathway) {
  const numbers = new Map();
  const nerveOf = (at) => payload.nerve_of[at] ?? at;
  for (const chain of pathway.chains) {
    const nerves = [...new Set(chain.map(nerveOf))];
    for (const at of chain) if (!numbers.has(at)) numbers.set(at, nerves.indexOf(nerveOf(at)) + 1);
  }
  return numbers;
}
