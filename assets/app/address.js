// Reads the state from the address and writes to it what differs from the defaults.

/**
 * The state of an empty address, with keys in the order of the address.
 * @param {Pick<State, "map" | "layer" | "plate" | "voice">} ofPage  the defaults that the page itself names
 * @returns {State}
 */
export const defaultState = ({ map, layer, plate, voice }) => ({
  mode: "",
  select: "",
  with: "",
  map,
  layer,
  plate,
  side: "right",
  show: "",
  inset: "",
  theme: "",
  voice,
  lesion: "",
  severity: "",
  injury: "",
  days: "",
  findings: "",
  case: "",
  pair: "",
  maps: "",
  part: "",
  tour: "",
  step: "",
  keys: "",
  embed: "",
  stage: "",
  zoom: "",
  camera: "",
  pose: "",
  layers: "",
  seed: "",
  level: "",
  asked: "",
  length: "10",
  n: "",
  exam: "",
  minutes: "",
  room: "",
  making: "",
});

/**
 * The values of the state that a query string names.
 * @param {string} query
 * @param {State} defaults
 * @returns {Partial<State>}
 */
export function readQuery(query, defaults) {
  const params = new URLSearchParams(query);
  const keys = Object.keys(defaults).filter((key) => params.has(key));
  return Object.fromEntries(keys.map((key) => [key, params.get(key)]));
}

/**
 * A text of the address with every id in it spelled as it is known, whatever its upper and lower case.
 * @param {string} text  ids with commas, colons or nothing between them
 * @param {Map<string, string>} knownIds  by their lower case
 * @returns {string}
 */
export const withKnownIds = (text, knownIds) => text.replace(/[^,:+ ]+/g, (id) => knownIds.get(id.toLowerCase()) ?? id);

/**
 * The query string of a state, without values that are the default. Unknown parameters are kept.
 * @param {string} query  the present query string
 * @param {State} state
 * @param {State} defaults
 * @returns {string}  with "?", or empty
 */
export function queryOf(query, state, defaults) {
  const params = new URLSearchParams(query);
  for (const [key, value] of Object.entries(defaults)) {
    if (state[key] === value) params.delete(key);
    else params.set(key, state[key]);
  }
  return readable(params);
}

/**
 * A query string in which commas and colons stay readable.
 * @param {URLSearchParams} params
 * @returns {string}  with "?", or empty
 */
export function readable(params) {
  const query = params.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return query && `?${query}`;
}
