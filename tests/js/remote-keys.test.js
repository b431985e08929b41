// @vitest-environment happy-dom
// Which keys a browser would scroll or reload the page on, and which belong to the focused element.
import { beforeEach, describe, expect, test } from "vitest";
import { isLecture, movesPage, usesKey } from "../../assets/keyboard/remote-keys.js";

const SCROLLING = ["PageUp", "PageDown", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", " "];

beforeEach(() => {
  document.body.innerHTML = `
    <p id="text">text</p><a id="link" href="#x">link</a><button id="button">press</button>
    <input id="field"><input id="box" type="checkbox"><input id="choice" type="radio"><input id="slider" type="range">
    <textarea id="area"></textarea><select id="list"></select>
    <div id="outer" style="overflow-y: auto"><p id="inner">inside</p></div>`;
});
const at = (id) => document.getElementById(id);

test("a lecture is a tour or the stage", () => {
  expect(isLecture({ tour: "", stage: "" })).toBe(false);
  expect(isLecture({ tour: "round", stage: "" })).toBe(true);
  expect(isLecture({ tour: "", stage: "on" })).toBe(true);
});

describe("the keys that move the page", () => {
  test.each(SCROLLING)("%j, on text, on a link and on the page itself", (key) => {
    for (const target of [at("text"), at("link"), document.body]) expect(movesPage(target, key)).toBe(true);
  });

  test("F5 reloads wherever the focus is", () => {
    for (const id of ["text", "field", "button", "list"]) expect(movesPage(at(id), "F5")).toBe(true);
  });

  test.each(["b", ".", "Escape", "Enter", "Tab", "s"])("not %j", (key) => {
    expect(movesPage(at("text"), key)).toBe(false);
  });
});

describe("the focused element keeps", () => {
  test.each([
    ["button", [" "], ["PageDown", "ArrowDown", "Home"]],
    ["box", [" "], ["PageDown", "ArrowDown"]],
    ["choice", [" ", "ArrowUp", "ArrowRight"], ["PageDown"]],
    ["slider", ["ArrowLeft", "PageUp", "Home"], []],
    ["list", ["ArrowDown", "PageDown", " "], []],
    ["area", ["ArrowDown", "PageDown", " "], []],
    ["field", ["ArrowLeft", "Home", " ", "b"], ["PageDown", "PageUp"]],
    ["link", [], [" ", "ArrowDown"]],
  ])("%s: %j, and leaves %j", (id, own, left) => {
    for (const key of own) expect([key, usesKey(at(id), key)]).toEqual([key, true]);
    for (const key of left) expect([key, movesPage(at(id), key)]).toEqual([key, true]);
  });
});

describe("a box that scrolls on its own", () => {
  const sized = (scrollTop) =>
    Object.defineProperties(at("outer"), {
      scrollHeight: { value: 500 },
      clientHeight: { value: 100 },
      scrollTop: { value: scrollTop },
    });

  test("takes the keys while it has room in their direction", () => {
    sized(0);
    expect(movesPage(at("inner"), "ArrowDown")).toBe(false);
    expect(movesPage(at("inner"), "PageUp")).toBe(true);
    expect(movesPage(at("inner"), "ArrowRight")).toBe(true);
  });

  test("passes them to the page at its end", () => {
    sized(400);
    expect(movesPage(at("inner"), "PageDown")).toBe(true);
    expect(movesPage(at("inner"), "ArrowUp")).toBe(false);
  });
});
