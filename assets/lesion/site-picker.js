// Choosing a place by typing its name, or from a list in order of level.
import { element } from "../app/dom.js";

const plain = (text) => text.trim().toLowerCase();

// `take(id)` is called with the place that was chosen. Gives { show(id) } to keep both controls in step.
export function choosing(tools, lesions, take) {
  const { words, payload } = lesions;
  const nameOf = (id) => payload.names[payload.place.get(id)];
  const known = new Map(lesions.search.map(([label, id]) => [plain(label), id]));
  const typed = element("input", {
    type: "text",
    id: "lesion-search",
    list: "lesion-places",
    placeholder: words["lesion.search.hint"],
    autocomplete: "off",
    on: {
      change: () => {
        const id = known.get(plain(typed.value));
        if (id) take(id);
      },
      input: (event) => {
        // a choice from the list of names comes without a key
        const id = event.inputType === "insertText" ? null : known.get(plain(typed.value));
        if (id) take(id);
      },
    },
  });
  const options = ([heading, ids]) =>
    element(
      "optgroup",
      { label: heading },
      ids.map((id) => element("option", { value: id }, nameOf(id))),
    );
  const listed = element(
    "select",
    { id: "lesion-list", on: { change: () => listed.value && take(listed.value) } },
    element("option", { value: "" }, words["lesion.choose.none"]),
    lesions.groups.map(options),
  );
  const labels = [
    element("label", { htmlFor: "lesion-search" }, element("span", {}, words["lesion.search"]), typed),
    element("label", { htmlFor: "lesion-list" }, element("span", {}, words["lesion.choose"]), listed),
  ];
  // Where what was chosen is not in the list itself, the first site that is the same place.
  const alike = (id) => (lesions.place(id) === undefined ? "" : (lesions.alike(lesions.place(id))[1] ?? ""));
  tools.append(
    element("div", { className: "choosing" }, labels),
    element(
      "datalist",
      { id: "lesion-places" },
      lesions.search.map(([label]) => element("option", { value: label })),
    ),
  );
  return {
    show(id) {
      if (document.activeElement !== typed || !id) typed.value = id ? nameOf(id) : "";
      listed.value = [...listed.options].find((option) => option.value === id)?.value ?? alike(id);
    },
  };
}
