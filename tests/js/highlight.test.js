// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest";
import { Payload } from "../../assets/app/payload.js";
import { Highlighter } from "../../assets/figures/highlight.js";
import { tinyPayload } from "./tiny-limb.js";

const payload = new Payload(tinyPayload());
let figures, graph, highlighter;

beforeEach(() => {
  document.body.innerHTML = `
    <div id="figures"><i data-node="K1"></i><i data-node="lower_skin"></i><i data-of="K1"></i></div>
    <div id="graph"><i data-node="K1"></i><i data-node="inner.tip"></i><i data-from="K1" data-to="knot"></i></div>`;
  [figures, graph] = document.body.children;
  highlighter = new Highlighter([figures, null, graph]);
});

const withClass = (name) =>
  [...document.querySelectorAll(`.${name}`)].map(({ dataset }) => dataset.node ?? dataset.of ?? dataset.from);

describe("a selection", () => {
  beforeEach(() => highlighter.show(payload, payload.pathway("K1", "keepers"), "on"));

  test("highlights its nodes, their labels and edges in every place", () => {
    expect(withClass("lit")).toEqual(["K1", "K1", "K1", "inner.tip", "K1"]);
    expect([figures, graph].every((place) => place.classList.contains("on"))).toBe(true);
  });

  test("is pressed", () => {
    expect(withClass("chosen")).toEqual(["K1", "K1"]);
    expect(figures.querySelector("[data-node=K1]").getAttribute("aria-pressed")).toBe("true");
  });

  test("is replaced by the next one", () => {
    highlighter.show(payload, payload.pathway("ring", "keepers"), "on");
    expect(withClass("lit")).toEqual([]);
    expect(withClass("chosen")).toEqual([]);
    expect(withClass("seat")).toEqual(["inner.tip"]);
    expect(figures.querySelector("[data-node=K1]").getAttribute("aria-pressed")).toBe("false");
  });

  test("is cleared", () => {
    highlighter.show(payload, null, "on");
    expect(document.querySelectorAll(".lit, .chosen, .seat, .on, .hint")).toHaveLength(0);
  });
});

test("what only the second of two pathways has is marked until something else is shown", () => {
  const both = { nodes: [0, 2, 5, 6, 7, 8], edges: [0], locations: [], chosen: [0, 8], added: [8] };
  highlighter.show(payload, both, "on");
  expect(withClass("added")).toEqual(["lower_skin"]);
  expect(withClass("chosen")).toEqual(["K1", "lower_skin", "K1"]);
  highlighter.show(payload, payload.pathway("K1", "keepers"), "hint");
  expect(withClass("added")).toEqual([]);
});

test("a hint highlights without being pressed", () => {
  highlighter.show(payload, payload.pathway("K1", "keepers"), "hint");
  expect(withClass("lit")).toContain("K1");
  expect(withClass("chosen")).toEqual([]);
  expect(figures.className).toBe("hint");
});

test("elements that were added are found when they are indexed", () => {
  graph.insertAdjacentHTML("beforeend", '<i data-node="inner.base"></i>');
  highlighter.index();
  highlighter.show(payload, payload.pathway("K1", "keepers"), "on");
  expect(withClass("lit")).toContain("inner.base");
});

describe("stretches of a nerve that carry some of its roots", () => {
  const idle = () => [...document.querySelectorAll(".idle")].map(({ dataset }) => dataset.roots);

  beforeEach(() => {
    figures.insertAdjacentHTML(
      "beforeend",
      `<b data-node="knot"><i data-roots="K1"></i><i data-roots="K2 K3"></i></b>`,
    );
    highlighter.index();
  });

  test("are idle if none of their roots is lit", () => {
    highlighter.show(payload, payload.pathway("K1", "keepers"), "on");
    expect(idle()).toEqual(["K2 K3"]);
  });

  test("are not idle without a lit root, nor when nothing is selected any more", () => {
    highlighter.show(payload, payload.pathway("K1", "keepers"), "on");
    highlighter.show(payload, payload.pathway("ring", "keepers"), "on");
    expect(idle()).toEqual([]);
    highlighter.show(payload, null, "on");
    expect(idle()).toEqual([]);
  });
});
