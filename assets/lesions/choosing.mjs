// Choosing a place by typing its name, or from a list in order of level.
import { element } from "./building.mjs";

const plain = (text) => text.trim().toLowerCase();

// `take(id)` is called with the place that was chosen. Gives { show(id) } to keep both controls in step.
export function choosing(tools, lesions, { name = "lesion", search, choose }, take) {
  const { words, payload } = lesions;
  const nameOf = (id) => payload.names[payload.place.get(id)];
  const known = new Map(lesions.search.map(([label, id]) => [plain(label), id]));
  const typed = element("input", {
    type: "text",
    id: `${name}-search`,
    list: `${name}-places`,
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
    element("optgroup", { label: heading }, ids.map((id) => element("option", { value: id }, nameOf(id))));
  const listed = element(
    "select",
    { id: `${name}-list`, on: { change: () => listed.value && take(listed.value) } },
    element("option", { value: "" }, words["lesion.choose.none"]),
    lesions.groups.map(options),
  );
  const labels = [
    element("label", { htmlFor: `${name}-search` }, element("span", {}, search), typed),
    element("label", { htmlFor: `${name}-list` }, element("span", {}, choose), listed),
  ];
  tools.append(
    element("div", { className: "choosing" }, labels),
    element("datalist", { id: `${name}-places` }, lesions.search.map(([label]) => element("option", { value: label }))),
  );
  return {
    show(id) {
      if (document.activeElement !== typed || !id) typed.value = id ? nameOf(id) : "";
      listed.value = [...listed.options].some((option) => option.value === id) ? id : "";
    },
  };
}
