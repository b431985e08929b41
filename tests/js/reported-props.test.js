// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { afterPaint } from "../../assets/app/scheduling.js";
import { ReportedProps } from "../../assets/components/reported-props.js";

let reports, reported, props;

/** Gives the component its props, as Dash does after a report. */
function render(change = {}) {
  props = { ...props, ...change, setProps: (change) => reports.push(change) };
  reported.take(props);
}

/** Waits for the paint after which changes are reported: what is scheduled later comes later. */
const painted = () => new Promise((done) => afterPaint(() => done()));

beforeEach(() => {
  vi.spyOn(document, "hidden", "get").mockReturnValue(false);
  [reports, reported, props] = [[], new ReportedProps(), {}];
  render();
});

test("a change is shown at once and reported after the paint", async () => {
  reported.set({ selected: "K1" });
  expect(reported.shown.selected).toBe("K1");
  expect(reports).toEqual([]);
  await painted();
  expect(reports).toEqual([{ selected: "K1" }]);
});

test("changes before a paint are one report, of the last values", async () => {
  reported.set({ selected: "K1" });
  reported.set({ selected: "", lesion: "K2" });
  await painted();
  expect(reports).toEqual([{ lesion: "K2" }]);
});

test("what comes back late does not undo a newer choice", async () => {
  reported.set({ selected: "K1" });
  await painted();
  reported.set({ selected: "K2" });
  render({ selected: "K1" });
  expect(reported.shown.selected).toBe("K2");
  await painted();
  render({ selected: "K2" });
  expect(reported.shown.selected).toBe("K2");
  expect(reports).toEqual([{ selected: "K1" }, { selected: "K2" }]);
});

test("what the app sets is shown, also when it takes a choice back", async () => {
  render({ selected: "K1" });
  expect(reported.shown.selected).toBe("K1");
  reported.set({ selected: "K2" });
  await painted();
  render({ selected: "K2" });
  render({ selected: "" });
  expect(reported.shown.selected).toBe("");
});

test("an empty lesion is a lesion that is not placed yet", () => {
  expect(reported.shown.lesion).toBe(null);
  render({ lesion: "" });
  expect(reported.shown.lesion).toBe("");
  render({ lesion: undefined });
  expect(reported.shown.lesion).toBe(null);
});
