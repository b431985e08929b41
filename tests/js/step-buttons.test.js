// @vitest-environment happy-dom
// The buttons that lead through a sequence of steps.
import { expect, test, vi } from "vitest";
import { createStepButtons } from "../../assets/article/step-buttons.js";

const labels = { back: "Back", next: "Next", place: "{n} of {all}" };

function built(more) {
  document.body.replaceChildren();
  const pressed = vi.fn();
  const show = createStepButtons(document.body, { ...labels, ...more }, pressed);
  const [back, next] = document.querySelectorAll("button");
  return { show, pressed, back, next };
}

test("neither end can be passed", () => {
  const { show, pressed, back, next } = built({});
  show(0, 2, "");
  expect([back.disabled, next.disabled]).toEqual([true, false]);
  show(1, 2, "");
  expect([back.disabled, next.disabled]).toEqual([false, true]);
  next.click();
  expect(pressed).not.toHaveBeenCalled();
  expect(document.querySelector(".which").textContent).toBe("2 of 2");
});

test("a label for the end keeps the last button alive, and only there", () => {
  const { show, pressed, next } = built({ end: "Finish" });
  show(1, 2, "");
  expect([next.textContent, next.disabled]).toEqual(["Finish", false]);
  next.click();
  expect(pressed).toHaveBeenCalledExactlyOnceWith(1);
  show(0, 2, "");
  expect([next.textContent, next.disabled]).toEqual(["Next", false]);
});
