// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { createPlaceList, showInList } from "../../assets/lesion/site-picker.js";

// Places 0 and 1 are sites; place 2, a root, is removed by a lesion at site 0 as well. Node 3 is no place at all.
const names = ["Site at the root", "Site at the knee", "Root", "Whole nerve"];
const ids = ["site_root", "site_knee", "K1", "nerve"];
const lesions = /** @type {any} */ ({
  data: { groups: [["Sites", ["site_root", "site_knee"]]] },
  payload: { nameOf: (id) => names[ids.indexOf(id)] },
  placeOf: (id) => (ids.indexOf(id) < 3 && ids.includes(id) ? ids.indexOf(id) : undefined),
  equivalentIds: (place) => (place === 2 ? ["K1", "site_root"] : [ids[place]]),
});
const list = createPlaceList(lesions, "list", "Nowhere", () => {});
const shown = (id) => {
  showInList(list, lesions, id);
  return list.options[list.selectedIndex]?.textContent;
};

test.each([
  ["site_knee", "Site at the knee"],
  ["K1", "Site at the root"],
  ["nerve", "Whole nerve"],
  ["", "Nowhere"],
])("for %j the list shows %j", (id, name) => expect(shown(id)).toBe(name));

test("an entry of its own goes with its choice", () => {
  shown("nerve");
  shown("site_knee");
  expect([...list.options].map(({ value }) => value)).toEqual(["", "site_root", "site_knee"]);
});
