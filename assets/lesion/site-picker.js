// Two controls that choose the place of a lesion: a text field with suggestions, and a list ordered by level.
import { element } from "../app/dom.js";

/** @import { Lesions } from "./lesions.js" */

const normalised = (/** @type {string} */ text) => text.trim().toLowerCase();

/**
 * A list of all places, ordered by level.
 * @param {Lesions} lesions
 * @param {string} id  of the list
 * @param {string} none  the entry that chooses no place
 * @param {(id: string) => void} onChange  called with the id of a place, or ""
 */
export function createPlaceList({ data, payload }, id, none, onChange) {
  const optionGroup = (/** @type {[string, string[]]} */ [heading, ids]) =>
    element(
      "optgroup",
      { label: heading },
      ids.map((value) => element("option", { value }, payload.nameOf(value))),
    );
  const list = element(
    "select",
    { id, on: { change: () => onChange(list.value) } },
    element("option", { value: "" }, none),
    data.groups.map(optionGroup),
  );
  return list;
}

/**
 * Shows a place in a list: the place or, if it is not listed, the first site equivalent to it. Anything else gets an entry
 * of its own, so that the list is never blank.
 * @param {HTMLSelectElement} list
 * @param {Lesions} lesions
 * @param {string} id  or ""
 */
export function showInList(list, lesions, id) {
  list.querySelector("[data-unlisted]")?.remove();
  const isListed = (/** @type {string} */ value) => [...list.options].some((option) => option.value === value);
  const place = isListed(id) ? undefined : lesions.placeOf(id);
  const shown = place === undefined ? id : (lesions.equivalentIds(place)[1] ?? id);
  if (!isListed(shown)) {
    const option = element("option", { value: shown }, lesions.payload.nameOf(shown));
    option.dataset.unlisted = "";
    list.append(option);
  }
  list.value = shown;
}

/**
 * @param {HTMLElement} tools
 * @param {Lesions} lesions
 * @param {(id: string) => void} onChoose
 */
export function createSitePicker(tools, lesions, onChoose) {
  const { words, payload } = lesions;
  const nameOf = (/** @type {string} */ id) => payload.nameOf(id);
  const idByLabel = new Map(lesions.data.search.map(([label, id]) => [normalised(label), id]));
  const chooseTyped = () => {
    const id = idByLabel.get(normalised(field.value));
    if (id) onChoose(id);
  };
  const field = element("input", {
    type: "text",
    id: "lesion-search",
    list: "lesion-places",
    placeholder: words["lesion.search.hint"],
    autocomplete: "off",
    on: {
      change: chooseTyped,
      // typing a letter is not a choice; choosing a suggestion is
      input: (event) => event.inputType !== "insertText" && chooseTyped(),
    },
  });
  const list = createPlaceList(lesions, "lesion-list", words["lesion.choose.none"], (id) => id && onChoose(id));
  const labels = [
    element("label", { htmlFor: field.id }, element("span", {}, words["lesion.search"]), field),
    element("label", { htmlFor: list.id }, element("span", {}, words["lesion.choose"]), list),
  ];
  tools.append(
    element("div", { className: "choosing" }, labels),
    element(
      "datalist",
      { id: "lesion-places" },
      lesions.data.search.map(([label]) => element("option", { value: label })),
    ),
  );
  return {
    /** Shows the current place in both controls. @param {string} id */
    show(id) {
      if (document.activeElement !== field || !id) field.value = id ? nameOf(id) : "";
      showInList(list, lesions, id);
    },
  };
}
