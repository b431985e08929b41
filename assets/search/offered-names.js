// Offers in the notice what somebody may have meant whose address names something that does not exist.
import { element, findAll } from "../app/dom.js";
import { fetchIndex } from "./search-index.js";
import { nearestChoices } from "./nearest.js";

/** @import { Asked } from "../app/status.js" */
/** @typedef {[id: string, name: string][]} Choices */

const MOST = 3;
/** Key of the state → the controls that list its values, and the property that holds one. */
const CONTROLS = {
  map: ["#map option", "value"],
  mode: [".modes button[data-mode]", "mode"],
  layer: ["button[data-layer]", "layer"],
  plate: ["button[data-plate]", "plate"],
  theme: ["button[data-theme]", "theme"],
  side: ["button[data-side]", "side"],
  voice: ["button[data-voice]", "voice"],
};
const NODES = ["select", "with", "lesion"];

/** @param {string} key @returns {Choices} */
function listed(key) {
  const [selector, property] = CONTROLS[key] ?? [];
  if (!selector) return [];
  const choices = findAll(selector).map((control) => [
    /** @type {any} */ (control)[property] ?? control.dataset[property],
    control.textContent.trim(),
  ]);
  return /** @type {Choices} */ (choices.filter(([id, name]) => id && name));
}

/** @param {Page} page @param {Asked} asked @returns {Promise<Choices>} */
async function nearestNodes({ answers, payload }, { value, accepts = () => true }) {
  const index = await fetchIndex(answers.search);
  const text = value.replaceAll("_", " ");
  const named = index.search(text, 10);
  const ids = (named.length ? named : index.near(text)).map(({ at }) => payload.ids[at]).filter(Boolean);
  const found = ids.length ? ids.map((id) => [id, payload.nameOf(id)]) : payload.ids.map((id) => [id, id]);
  const choices = /** @type {Choices} */ (found.filter(([id]) => accepts(id)));
  if (ids.length) return choices.slice(0, MOST);
  return nearestChoices(value, choices, MOST).map(([id]) => [id, payload.nameOf(id)]);
}

/**
 * The choices near what was asked for, and what a click on one changes.
 * @param {Page} page
 * @param {Asked} asked
 */
async function offersFor(page, asked) {
  const { key, value, choices } = asked;
  const found = NODES.includes(key)
    ? await nearestNodes(page, asked)
    : nearestChoices(value, choices ?? listed(key), MOST);
  return found.map(([id, name]) => ({ name, change: { [key]: id } }));
}

/**
 * Adds buttons for what may have been meant to a notice, unless another notice has replaced it.
 * @param {Page} page
 * @param {{asked: Asked[], place: HTMLElement, close: () => void}} notice
 */
export async function offer(page, { asked, place, close }) {
  const said = place.textContent;
  const offers = (await Promise.all(asked.map((one) => offersFor(page, one)))).flat();
  if (!offers.length || place.textContent !== said) return;
  const buttons = offers.map(({ name, change }) => {
    const take = () => {
      close();
      page.go(change, null, "push");
    };
    return element("button", { type: "button", className: "plain", on: { click: take } }, name);
  });
  place.append(" ", page.payload.words["notice.nearest"], ...buttons.flatMap((button) => [" ", button]));
}
