// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { markLayerButtons, reasonFor } from "../../assets/figures/layer-buttons.js";

const SKIN = `<svg class="view"><image class="inside-picture"/><g class="skin"></g><g class="bones"></g><g class="muscles"></g>
  <g class="nerves"><g class="lit"></g></g></svg>`;
const MUSCLES = `<svg class="view"><path class="body"/><g class="bones"></g><g class="muscles"></g></svg>`;
const SECTION = `<svg class="view"><path class="body"/><g class="section"></g><g class="bones"></g>
  <g class="muscles"></g><g class="nerves"></g></svg>`;
const RESTING = { isSelected: false, isLesion: false, isExploring: true };
const SELECTED = { ...RESTING, isSelected: true };

const views = (...drawings) => {
  document.body.innerHTML = drawings.join("");
  return [...document.querySelectorAll(".view")];
};

describe("why a layer is drawn", () => {
  test.each([
    ["bones", [SKIN], RESTING, ""],
    ["bones", [MUSCLES, SECTION], RESTING, "always"],
    ["bones", [MUSCLES, SKIN], RESTING, ""],
    ["muscles", [MUSCLES], RESTING, "always"],
    ["muscles", [SKIN], RESTING, ""],
    ["muscles", [SKIN], SELECTED, "selected"],
    ["muscles", [SKIN], { ...RESTING, isLesion: true }, "selected"],
    ["muscles", [SKIN.replace('<image class="inside-picture"/>', "")], SELECTED, ""],
    ["nerves", [SECTION], RESTING, "always"],
    ["nerves", [SECTION, SKIN], RESTING, "some"],
    ["nerves", [SKIN], RESTING, ""],
    ["nerves", [SKIN], SELECTED, "partly"],
    ["nerves", [SKIN], { ...SELECTED, isExploring: false }, ""],
    ["nerves", [MUSCLES], SELECTED, ""],
  ])("%s %#", (layer, drawings, shown, reason) => {
    expect(reasonFor(views(...drawings), layer, shown)).toBe(reason);
  });
});

describe("the buttons", () => {
  /** @type {any} */
  let page;

  const button = (layer) => /** @type {HTMLButtonElement} */ (document.querySelector(`[data-show=${layer}]`));
  const state = (show = "") => /** @type {any} */ ({ show, mode: "" });

  beforeEach(() => {
    document.body.innerHTML = `<main id="main">
      <div class="shows" data-always="Always" data-selected="Through the skin" data-partly="In part">
        <button data-show="nerves" title="N"></button><button data-show="muscles" title="M"></button>
      </div>
      <div id="figures"><figure>${SKIN}</figure><figure hidden>${MUSCLES}</figure></div></main>`;
    page = { main: document.getElementById("main"), figures: document.getElementById("figures") };
  });

  test("say what the reader chose while nothing is selected", () => {
    markLayerButtons(page, state("muscles"));
    expect(["nerves", "muscles"].map((layer) => button(layer).getAttribute("aria-pressed"))).toEqual(["false", "true"]);
    expect(button("muscles").disabled).toBe(false);
  });

  test("say what a selection shows, and return to what the reader chose", () => {
    page.figures.classList.add("on");
    markLayerButtons(page, state());
    expect(button("muscles")).toMatchObject({ disabled: true, title: "Through the skin" });
    expect(button("muscles").getAttribute("aria-pressed")).toBe("true");
    expect(button("nerves").getAttribute("aria-pressed")).toBe("mixed");
    expect(button("nerves")).toMatchObject({ disabled: false, title: "In part" });
    page.figures.classList.remove("on");
    markLayerButtons(page, state());
    expect(button("muscles")).toMatchObject({ disabled: false, title: "M" });
    expect(button("nerves").getAttribute("aria-pressed")).toBe("false");
  });
});
