// Two controls that choose the place of a lesion: a text field with suggestions, and a list ordered by level.
import { element } from "../app/dom.js";

/** @import { Lesions } from "./lesions.js" */

const normalised = (/** @type {string} */ text) => text.trim().toLowerCase();

/**
 * @param {HTMLElement} tools
 * @param {Lesions} lesions
 * @param {(id: string) => void} onChoose
 * @param {string} [mode]  the ids of the controls begin with it
 */
export function createSitePicker(tools, lesions, onChoose, mode = "lesion") {
  const { words, payload } = lesions;
  const nameOf = (/** @type {string} */ id) => payload.nameOf(id);
  const idByLabel = new Map(lesions.data.search.map(([label, id]) => [normalised(label), id]));
  const chooseTyped = () => {
    const id = idByLabel.get(normalised(field.value));
    if (id) onChoose(id);
  };
  const field = element("input", {
    type: "text",
    id: `${mode}-search`,
    list: `${mode}-places`,
    placeholder: words["lesion.search.hint"],
    autocomplete: "off",
    on: {
      change: chooseTyped,
      // typing a letter is not a choice; choosing a suggestion is
      input: (event) => event.inputType !== "insertText" && chooseTyped(),
    },
  });
  const optionGroup = (/** @type {[string, string[]]} */ [heading, ids]) =>
    element(
      "optgroup",
      { label: heading },
      ids.map((id) => element("option", { value: id }, nameOf(id))),
    );
  const list = element(
    "select",
    { id: `${mode}-list`, on: { change: () => list.value && onChoose(list.value) } },
    element("option", { value: "" }, words["lesion.choose.none"]),
    lesions.data.groups.map(optionGroup),
  );
  const labels = [
    element("label", { htmlFor: field.id }, element("span", {}, words["lesion.search"]), field),
    element("label", { htmlFor: list.id }, element("span", {}, words["lesion.choose"]), list),
  ];
  tools.append(
    element("div", { className: "choosing" }, labels),
    element(
      "datalist",
      { id: `${mode}-places` },
      lesions.data.search.map(([label]) => element("option", { value: label })),
    ),
  );
  // For a place that is not in the list, the first site equivalent to it.
  const equivalent = (/** @type {string} */ id) => {
    const place = lesions.placeOf(id);
    return place === undefined ? "" : (lesions.equivalentIds(place)[1] ?? "");
  };
  return {
    /** Shows the current place in both controls. @param {string} id */
    show(id) {
      if (document.activeElement !== field || !id) field.value = id ? nameOf(id) : "";
      list.value = [...list.options].find((option) => option.value === id)?.value ?? equivalent(id);
    },
  };
}
