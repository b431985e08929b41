// The controls over the canvas: the view, the layers, and what the reader can do.
import { element, filled } from "../app/dom.js";
import { onSide } from "../app/side.js";
import { OPACITIES } from "./body-scene.js";

const DEEPEST = 60; // millimetres below the skin
/** Height of the body in millimetres: a cross-section there cuts nothing. */
export const TOP = 1300;

/**
 * @param {string} label
 * @param {{most: number, value: number, data: Record<string, string>}} settings
 */
function slider(label, { most, value, data }) {
  const field = element("input", { type: "range", min: "0", max: String(most) });
  field.defaultValue = field.value = String(value);
  Object.assign(field.dataset, data);
  return element("label", { className: "solid-slider" }, element("span", {}, label), field, element("output"));
}

/**
 * What a slider says beside it and to a screen reader.
 * @param {HTMLInputElement} field
 * @param {Record<string, string>} words
 */
export function sayValue(field, words) {
  const { solidLayer: layer, solid } = field.dataset;
  const n = Number(field.value);
  const said = layer
    ? `${n} %`
    : solid === "peel"
      ? filled(words["peel.value"], { n })
      : n >= TOP
        ? words["cut.none"]
        : filled(words["cut.value"], { n: Math.round(n / 10) });
  field.setAttribute("aria-valuetext", said);
  field.parentElement.querySelector("output").textContent = said;
}

/**
 * Fills the bar.
 * @param {HTMLElement} bar
 * @param {{id: string, name: string}[]} views
 * @param {Record<string, string>} words
 */
export function fillBar(bar, views, words) {
  const button = (name) =>
    element(
      "button",
      { type: "button", className: "plain", "data-solid": name, title: words[`${name}.title`] },
      words[name],
    );
  const look = element(
    "select",
    { "data-solid": "look", "aria-label": words.look },
    element("option", { value: "" }, words.look),
    ...views.map(({ id, name }) => element("option", { value: id, "data-name": name }, onSide(name, ""))),
  );
  const layers = Object.entries(OPACITIES).map(([layer, opacity]) =>
    slider(words[layer], { most: 100, value: 100 * opacity, data: { solidLayer: layer } }),
  );
  const peel = slider(words.peel, { most: DEEPEST, value: 0, data: { solid: "peel" } });
  const cut = slider(words.cut, { most: TOP, value: TOP, data: { solid: "cut" } });
  const isolate = element("input", { type: "checkbox", "data-solid": "isolate" });
  const only = element("label", { className: "solid-only" }, isolate, element("span", {}, words.isolate));
  const menu = element(
    "details",
    { className: "solid-layers" },
    element("summary", { className: "plain" }, words.layers),
    element("div", { className: "solid-sliders" }, ...layers, peel, cut, only, button("reset")),
  );
  const follow = button("follow");
  Object.assign(follow.dataset, { go: words.follow, pause: words.pause });
  closeOnLeaving(menu);
  bar.replaceChildren(look, menu, follow);
  for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (bar.querySelectorAll("input[type=range]")))
    sayValue(field, words);
}

/** Closes the menu of layers by Escape and by a click outside of the view. @param {HTMLDetailsElement} menu */
function closeOnLeaving(menu) {
  document.addEventListener("click", ({ target }) => {
    if (!(/** @type {Element} */ (target).closest("#solid"))) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

/** Names the views for a side of the body. @param {HTMLElement} bar @param {string} side */
export function nameViews(bar, side) {
  for (const option of /** @type {NodeListOf<HTMLOptionElement>} */ (
    bar.querySelectorAll("[data-solid=look] [data-name]")
  ))
    option.textContent = onSide(option.dataset.name, side);
}
