// The start page of the drills: what can be painted and built.
import { element } from "../app/dom.js";
import { button, heading } from "./page-parts.js";

/**
 * @typedef {object} StartChoices
 * @property {(drill: "paint" | "build", id: string) => void} open
 * @property {() => void} surprise
 */

/** Buttons of roots or nerves. */
const buttons = (/** @type {[string, string][]} */ entries, /** @type {(id: string) => void} */ open, label) =>
  element(
    "div",
    { className: "drill-choices", role: "group", ariaLabel: label },
    entries.map(([id, name]) => button(name, () => open(id))),
  );

/**
 * @param {Record<string, string>} words
 * @param {{roots: [string, string][], nerves: [string, string][], builds: [string, string][]}} tasks  ids and names
 * @param {StartChoices} choices
 */
export function startPage(words, { roots, nerves, builds }, { open, surprise }) {
  const field = element(
    "select",
    { id: "drill-field", on: { change: () => field.value && open("paint", field.value) } },
    element("option", { value: "" }, words["drills.paint.nerve.choose"]),
    nerves.map(([id, name]) => element("option", { value: id }, name)),
  );
  const section = (/** @type {string} */ drill, /** @type {Node[]} */ ...children) =>
    element(
      "section",
      { className: "drill-offer" },
      element("h3", {}, words[`drills.${drill}.title`]),
      element("p", {}, words[`drills.${drill}.about`]),
      children,
    );
  return [
    heading(words["drills.title"]),
    element("p", { className: "lead" }, words["drills.lead"]),
    section(
      "paint",
      buttons(roots, (id) => open("paint", id), words["drills.paint.roots"]),
      element("label", { htmlFor: field.id }, element("span", {}, words["drills.paint.nerve"]), field),
      button(words["drills.paint.any"], surprise, "start"),
    ),
    ...(builds.length
      ? [
          section(
            "build",
            buttons(builds, (id) => open("build", id), words["drills.build.title"]),
          ),
        ]
      : []),
  ];
}
