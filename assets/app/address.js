// The state of the page, and as much of it as differs from the usual in the address.
const { layer, voice } = document.getElementById("main").dataset;

// What the page opens with, in the order in which an address has it.
export const usual = {
  mode: "",
  select: "",
  map: document.getElementById("map").value,
  layer,
  plate: document.getElementById("figures").dataset.plate ?? "",
  show: "",
  theme: "",
  voice,
  lesion: "",
  findings: "",
  case: "",
  pair: "",
  maps: "",
  part: "",
  tour: "",
  step: "",
  keys: "",
  embed: "",
  seed: "",
  level: "",
  asked: "",
  length: "10",
  n: "",
};
const KEYS = Object.keys(usual);

export function readAddress() {
  const asked = new URLSearchParams(location.search);
  return Object.fromEntries(KEYS.filter((key) => asked.has(key)).map((key) => [key, asked.get(key)]));
}

export function writeAddress(state, kept) {
  const asked = new URLSearchParams(location.search);
  for (const key of KEYS) {
    if (state[key] === usual[key]) asked.delete(key);
    else asked.set(key, state[key]);
  }
  const query = asked.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  const url = location.pathname + (query ? `?${query}` : "") + location.hash;
  if (url === location.pathname + location.search + location.hash) return;
  const step = (history.state?.step ?? 0) + (kept === "push" ? 1 : 0);
  if (kept === "push") history.pushState({ step }, "", url);
  else history.replaceState({ step }, "", url);
}
