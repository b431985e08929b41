// A slider that moves a lesion along a nerve; where nerves join or branch, buttons choose which course to follow.
import { element, filled } from "../app/dom.js";

/** @import { Lesions } from "./lesions.js" */

/**
 * The stop where a lesion removes the same nodes as at a place; for a whole nerve, the stop where it begins.
 * @param {Lesions} lesions
 * @param {Set<number>} stops
 * @param {number} place
 * @returns {number | undefined}
 */
function stopOf(lesions, stops, place) {
  if (stops.has(place)) return place;
  const isSame = (/** @type {number[]} */ a, /** @type {number[]} */ b) =>
    a.length === b.length && a.every((node) => b.includes(node));
  const removed = lesions.removedNodes(place);
  const equivalent = [...stops].find((stop) => isSame(lesions.removedNodes(stop), removed));
  if (equivalent !== undefined || lesions.payload.kinds[place] !== "nerve") return equivalent;
  return [...stops].find((stop) => isSame(lesions.removedNodes(stop), removed.slice(0, 1)));
}

/**
 * @param {number[]} a
 * @param {number[]} b
 */
function commonPrefixLength(a, b) {
  const at = a.findIndex((stop, n) => stop !== b[n]);
  return at < 0 ? a.length : at;
}

/**
 * @param {HTMLElement} tools
 * @param {Lesions} lesions
 * @param {(id: string, event: Event) => void} onMove
 */
export function createLesionSlider(tools, lesions, onMove) {
  const { words, payload } = lesions;
  const courses = lesions.data.slider_lines;
  const stops = new Set(courses.flat());
  const nameOf = (/** @type {number} */ index) => payload.names[index];
  let course = courses[0];
  /** @type {number | null | undefined} null: no lesion; undefined: a lesion that no stop corresponds to */
  let current = null;
  let currentMap = "";
  let currentSeverity = "";
  const output = element("output", { className: "stop", htmlFor: "lesion-slider" });
  const range = element("input", { type: "range", id: "lesion-slider", min: 0, step: 1 });
  range.addEventListener("input", (event) => onMove(payload.ids[course[Number(range.value)]], event));
  const endProps = { className: "end", "aria-hidden": "true" };
  const [proximal, distal] = ["proximal", "distal"].map((end) => element("span", endProps, words[`lesion.${end}`]));
  const label = element("label", { htmlFor: "lesion-slider" }, words["lesion.slide"]);
  const unavailable = element("p", { className: "unmovable" }, words["lesion.still"]);
  const createGroup = () => element("div", { className: "ways", role: "group" });
  const [proximalChoices, distalChoices] = [createGroup(), createGroup()];
  const slide = element(
    "div",
    { className: "slide" },
    label,
    output,
    proximal,
    range,
    distal,
    proximalChoices,
    distalChoices,
  );
  tools.append(slide, unavailable);

  /**
   * The next stops on one side of the current one, each with the course that shares most with the current course.
   * @param {1 | -1} direction
   */
  function branches(direction) {
    /** @type {Map<number, number[]>} */
    const found = new Map();
    const likeness = (/** @type {number[]} */ other) => {
      const [a, b] = [course, other].map((line) => (direction > 0 ? line : [...line].reverse()));
      return commonPrefixLength(a, b);
    };
    for (const other of courses) {
      const next = other[other.indexOf(current) + direction];
      if (!other.includes(current) || next === undefined) continue;
      if (!found.has(next) || likeness(other) > likeness(found.get(next))) found.set(next, other);
    }
    return found;
  }

  /**
   * Fills a group with a button for each branch, or hides it where there is only one.
   * @param {HTMLElement} group
   * @param {string} groupLabel
   * @param {1 | -1} direction
   */
  function showBranches(group, groupLabel, direction) {
    const found = branches(direction);
    group.hidden = found.size < 2;
    group.setAttribute("aria-label", groupLabel);
    const next = course[course.indexOf(current) + direction];
    const buttons = [...found].map(([stop, other]) => {
      const choose = () => {
        course = other;
        draw();
        [...group.querySelectorAll("button")].find((button) => button.textContent === nameOf(stop))?.focus();
      };
      const props = { "aria-pressed": String(stop === next), type: "button", on: { click: choose } };
      return element("button", props, nameOf(stop));
    });
    group.replaceChildren(element("span", {}, groupLabel), ...buttons);
  }

  function draw() {
    slide.hidden = current === null || current === undefined;
    unavailable.hidden = current !== undefined;
    if (slide.hidden) return;
    const position = course.indexOf(current);
    range.max = String(course.length - 1);
    range.value = String(position);
    const lesion = lesions.lesionAt(current, currentMap, currentSeverity);
    const values = { name: nameOf(current), lost: lesion.lost.length, reduced: lesion.reduced.size };
    range.setAttribute("aria-valuetext", filled(words["lesion.slide.value"], values));
    const step = filled(words["lesion.step"], { n: position + 1, all: course.length });
    output.replaceChildren(element("b", {}, nameOf(current)), " ", element("small", {}, step));
    showBranches(proximalChoices, words["lesion.from"], -1);
    showBranches(distalChoices, words["lesion.follow"], 1);
  }

  return {
    /**
     * @param {number | null} place
     * @param {string} map
     * @param {string} severity
     */
    show(place, map, severity) {
      currentMap = map;
      currentSeverity = severity;
      current = place === null ? null : stopOf(lesions, stops, place);
      if (current !== null && current !== undefined && !course.includes(current))
        course = courses.find((other) => other.includes(current));
      draw();
    },
  };
}
