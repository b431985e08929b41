// Lists that choose what to compare: a pair or three places that sources compare, or any two places.
import { element } from "../app/dom.js";
import { showInList } from "../lesion/site-picker.js";

/** @import { Comparison } from "./comparison.js" */

/**
 * @param {string} id
 * @param {string} label
 * @param {HTMLElement[]} options
 * @param {() => void} onChange
 */
function createPicker(id, label, options, onChange) {
  const list = element("select", { id, on: { change: onChange } }, options);
  return { list, labelled: element("label", { htmlFor: id }, element("span", {}, label), list) };
}

/**
 * @param {HTMLElement} tools
 * @param {Comparison} comparison
 * @param {(pair: string) => void} onChoose  called with the ids, joined by commas
 */
export function createComparisonPickers(tools, comparison, onChoose) {
  const { words, lesions, payload } = comparison;
  const { pairs, triples, off } = comparison.data;
  const idsOf = (/** @type {number[]} */ places) => places.map((place) => payload.ids[place]).join();
  const option = (/** @type {number[]} */ places) =>
    element("option", { value: idsOf(places) }, places.map((place) => payload.names[place]).join(" · "));
  const emptyOption = () => element("option", { value: "" }, words["apart.none"]);
  const group = (/** @type {string} */ label, /** @type {number[][]} */ entries) =>
    element("optgroup", { label }, entries.map(option));
  const listed = [emptyOption(), group(words["apart.pair"], pairs), group(words["apart.three"], triples)];
  const knownPicker = createPicker("apart-pair", words["apart.pair"], listed, () => onChoose(knownPicker.list.value));

  // a condition with several sites is not the place of one lesion, but it can be compared
  const conditions = Object.keys(lesions.data.sites_of_condition)
    .map(Number)
    .filter((condition) => lesions.placeOf(payload.ids[condition]) === undefined);
  const single = (/** @type {number} */ place) => [place];
  const placeOptions = () => [
    emptyOption(),
    ...lesions.data.groups.map(([heading, ids]) =>
      group(
        heading,
        ids.map((id) => [payload.indexOf.get(id)]),
      ),
    ),
    group(lesions.words["lesion.conditions"], [...conditions, ...off].map(single)),
  ];
  const choosePair = () => {
    const chosen = placePickers.map(({ list }) => list.value);
    if (chosen.every(Boolean)) onChoose(chosen.join());
  };
  const placePickers = ["a", "b"].map((side) =>
    createPicker(`apart-${side}`, words[`apart.${side}`], placeOptions(), choosePair),
  );
  const props = { className: "choosing", role: "group", ariaLabel: words["apart.any"] };
  const labels = placePickers.map(({ labelled }) => labelled);
  tools.append(knownPicker.labelled, element("div", props, labels));

  return {
    /** Shows the current places in all lists. @param {number[] | null} places */
    show(places) {
      const isShown = (/** @type {number[]} */ entry) =>
        entry.length === places.length && places.every((place) => entry.includes(place));
      const entry = places && (pairs.find(isShown) ?? triples.find(isShown));
      knownPicker.list.value = entry ? idsOf(entry) : "";
      if (places) placePickers.forEach(({ list }, n) => showInList(list, lesions, payload.ids[places[n]]));
    },
  };
}
