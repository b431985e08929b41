// Moving a lesion along a nerve, from stop to stop; where ways meet or part, a person chooses which to follow.
import { element, filled } from "../app/dom.js";

// The stop at which a lesion takes the same as at this place; for a whole nerve, the stop where it begins.
function stopOf(lesions, stops, at) {
  if (stops.has(at)) return at;
  const same = (a, b) => a.length === b.length && a.every((node) => b.includes(node));
  const own = lesions.nodes(at);
  const alike = [...stops].find((stop) => same(lesions.nodes(stop), own));
  if (alike !== undefined || lesions.payload.kinds[at] !== "nerve") return alike;
  return [...stops].find((stop) => same(lesions.nodes(stop), own.slice(0, 1)));
}

function shared(a, b) {
  const at = a.findIndex((stop, n) => stop !== b[n]);
  return at < 0 ? a.length : at;
}

// `move(id, event)` puts the lesion at a stop.
export function sliding(tools, lesions, move) {
  const { words, payload, ways } = lesions;
  const stops = new Set(ways.flat());
  const nameOf = (at) => payload.names[at];
  let way = ways[0];
  let now = null;
  const told = element("output", { className: "stop", htmlFor: "lesion-slider" });
  const range = element("input", { type: "range", id: "lesion-slider", min: 0, step: 1 });
  range.addEventListener("input", (event) => move(payload.ids[way[Number(range.value)]], event));
  const silent = { className: "end", "aria-hidden": "true" };
  const ends = ["proximal", "distal"].map((end) => element("span", silent, words[`lesion.${end}`]));
  const label = element("label", { htmlFor: "lesion-slider" }, words["lesion.slide"]);
  const still = element("p", { className: "still" }, words["lesion.still"]);
  const [from, follow] = ["from", "follow"].map((name) => element("div", { className: "ways", role: "group" }));
  const slide = element("div", { className: "slide" }, label, told, ends[0], range, ends[1], from, follow);
  tools.append(slide, still);

  // The neighbours of the stop on all ways, to one side, each with the way that shares most with the present one.
  function branches(side) {
    const found = new Map();
    const likeness = (other) => {
      const [a, b] = [way, other].map((line) => (side > 0 ? line : [...line].reverse()));
      return shared(a, b);
    };
    for (const other of ways) {
      const next = other[other.indexOf(now) + side];
      if (!other.includes(now) || next === undefined) continue;
      if (!found.has(next) || likeness(other) > likeness(found.get(next))) found.set(next, other);
    }
    return found;
  }

  function offer(group, label, side) {
    const found = branches(side);
    group.hidden = found.size < 2;
    group.setAttribute("aria-label", label);
    const next = way[way.indexOf(now) + side];
    const buttons = [...found].map(([stop, other]) => {
      const pressed = { "aria-pressed": String(stop === next), type: "button" };
      const choose = () => {
        way = other;
        draw();
        [...group.querySelectorAll("button")].find((button) => button.textContent === nameOf(stop))?.focus();
      };
      return element("button", { ...pressed, on: { click: choose } }, nameOf(stop));
    });
    group.replaceChildren(element("span", {}, label), ...buttons);
  }

  function draw(map = draw.map) {
    draw.map = map;
    slide.hidden = now === null || now === undefined;
    still.hidden = now !== undefined;
    if (slide.hidden) return;
    const place = way.indexOf(now);
    range.max = way.length - 1;
    range.value = place;
    const lesion = lesions.of(now, map);
    const values = { name: nameOf(now), lost: lesion.lost.length, reduced: lesion.reduced.size };
    range.setAttribute("aria-valuetext", filled(words["lesion.slide.value"], values));
    const step = filled(words["lesion.step"], { n: place + 1, all: way.length });
    told.replaceChildren(element("b", {}, nameOf(now)), " ", element("small", {}, step));
    offer(from, words["lesion.from"], -1);
    offer(follow, words["lesion.follow"], 1);
  }

  return {
    show(at, map) {
      now = at === null ? null : stopOf(lesions, stops, at);
      if (now !== null && now !== undefined && !way.includes(now)) way = ways.find((other) => other.includes(now));
      draw(map);
    },
  };
}
