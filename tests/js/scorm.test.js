// The page as a unit of a learning platform, with a run-time of SCORM that is not ours.
import { describe, expect, test, vi } from "vitest";
import { Scorm12API } from "scorm-again/scorm12";
import { Scorm2004API } from "scorm-again/scorm2004";
import { keyOf, LearnerRecord } from "../../assets/scorm/record.js";
import { Unit } from "../../assets/scorm/unit.js";

const APIS = { 1.2: ["API", Scorm12API], 2004: ["API_1484_11", Scorm2004API] };
const NAMES = {
  1.2: {
    status: "cmi.core.lesson_status",
    raw: "cmi.core.score.raw",
    place: "cmi.core.lesson_location",
    exit: "cmi.core.exit",
    mode: "lesson_mode",
  },
  2004: {
    status: "cmi.completion_status",
    raw: "cmi.score.raw",
    place: "cmi.location",
    exit: "cmi.exit",
    mode: "mode",
  },
};
const VERSIONS = Object.keys(APIS);

/** A run-time; `earlier`: what one kept before. */
function runTime(version, earlier = {}) {
  const [, Api] = APIS[version];
  const api = new Api({ autocommit: false, logLevel: 5 });
  if (Object.keys(earlier).length) api.loadFromJSON(earlier, "");
  return api;
}

/** A window whose parent is its own, as the outermost has it. */
function frameIn(parent, content = {}) {
  const frame = { opener: null, ...content };
  frame.parent = parent ?? frame;
  return frame;
}

/** A window of another origin: of all that it has only its parent and its opener can be read. */
const foreign = (frame) =>
  new Proxy(frame, {
    get(target, name) {
      if (name === "parent" || name === "opener") return target[name];
      throw new DOMException("another origin", "SecurityError");
    },
  });

const holding = (version, api) => frameIn(null, { [APIS[version][0]]: api });
const open = (version, page, now) => new Unit(page, { version, enough: 3 }, now);
const valueIn = (version, api, name) => api[version === "1.2" ? "LMSGetValue" : "GetValue"](name);
const read = (version, api, name) => valueIn(version, api, NAMES[version][name]);

describe.each(VERSIONS)("SCORM %s", (version) => {
  test("an opened unit is incomplete and has no score", () => {
    const api = runTime(version);
    open(version, frameIn(holding(version, api)));
    expect(read(version, api, "status")).toBe("incomplete");
    expect(read(version, api, "raw")).toBe("");
  });

  test("the score is the share of right answers, and enough questions complete the unit", () => {
    const api = runTime(version);
    const unit = open(version, frameIn(holding(version, api)));
    const seen = [];
    // an answer to a question that was asked before replaces the earlier one, and does not count again
    for (const [id, isRight] of [
      ["a", true],
      ["b", false],
      ["b", true],
      ["b", false],
      ["c", false],
    ]) {
      unit.answer(id, isRight);
      seen.push([read(version, api, "raw"), read(version, api, "status")]);
    }
    expect(seen).toEqual([
      ["100", "incomplete"],
      ["50", "incomplete"],
      ["100", "incomplete"],
      ["50", "incomplete"],
      ["33", "completed"],
    ]);
  });

  test("each answer is committed at once", () => {
    const api = runTime(version);
    const commit = vi.fn();
    api.on(version === "1.2" ? "LMSCommit" : "Commit", commit);
    const unit = open(version, frameIn(holding(version, api)));
    unit.answer("a", true);
    expect(commit).toHaveBeenCalledTimes(1);
  });

  test("a later visit goes on from the answers and the place", () => {
    const first = runTime(version);
    const left = open(version, frameIn(holding(version, first)));
    left.answer("a", true);
    left.answer("b", false);
    left.moveTo("mode=quiz&seed=x1&n=3");
    left.end();
    const kept = JSON.parse(JSON.stringify(first.cmi));
    const second = runTime(version, kept);
    const unit = open(version, frameIn(holding(version, second)));
    expect(unit.place).toBe("mode=quiz&seed=x1&n=3");
    unit.answer("c", true);
    expect(read(version, second, "raw")).toBe("67");
    expect(read(version, second, "status")).toBe("completed");
  });

  test("a completed unit stays so", () => {
    const first = runTime(version);
    const left = open(version, frameIn(holding(version, first)));
    for (const id of ["a", "b", "c"]) left.answer(id, true);
    left.end();
    const kept = JSON.parse(JSON.stringify(first.cmi));
    const second = runTime(version, kept);
    const unit = open(version, frameIn(holding(version, second)));
    expect(read(version, second, "status")).toBe("completed");
    unit.answer("a", false);
    expect(read(version, second, "status")).toBe("completed");
  });

  test("it ends once, to be resumed, with the time that it took", () => {
    const api = runTime(version);
    const times = [0, 3_725_500];
    const unit = open(version, frameIn(holding(version, api)), () => times.shift());
    const names = version === "1.2" ? ["LMSSetValue", "LMSFinish"] : ["SetValue", "Terminate"];
    const calls = names.map((name) => vi.spyOn(api, name));
    unit.end();
    unit.end();
    unit.answer("a", true);
    const written = Object.fromEntries(calls[0].mock.calls);
    expect(written[NAMES[version].exit]).toBe("suspend");
    const time = version === "1.2" ? ["cmi.core.session_time", "0001:02:05"] : ["cmi.session_time", "PT3725S"];
    expect(written[time[0]]).toBe(time[1]);
    expect(calls[1]).toHaveBeenCalledTimes(1);
  });

  test("every question of the atlas fits in what a platform keeps", () => {
    const api = runTime(version);
    const unit = new Unit(frameIn(holding(version, api)), { version, enough: 20 });
    for (let n = 0; n < 600; n++) unit.answer(`root_of_skin.a_patch_with_a_long_name_${n}`, n % 2 === 0);
    const kept = valueIn(version, api, "cmi.suspend_data");
    expect(kept.length).toBeLessThanOrEqual(4096);
    expect(new LearnerRecord(kept, 20).answers.size).toBe(600);
  });

  test("a place that is too long is not written", () => {
    const api = runTime(version);
    const unit = open(version, frameIn(holding(version, api)));
    unit.moveTo("mode=quiz");
    unit.moveTo(`findings=${"x".repeat(2000)}`);
    expect(read(version, api, "place")).toBe("mode=quiz");
  });

  test("the run-time is found beyond frames of another origin", () => {
    const api = runTime(version);
    const outer = holding(version, api);
    const page = frameIn(foreign(frameIn(foreign(frameIn(outer)))));
    open(version, page).answer("a", true);
    expect(read(version, api, "raw")).toBe("100");
  });

  test("the run-time is found where the window was opened", () => {
    const api = runTime(version);
    const page = frameIn(frameIn(null, { opener: frameIn(holding(version, api)) }));
    open(version, page).answer("a", true);
    expect(read(version, api, "raw")).toBe("100");
  });

  test.each([
    ["none", frameIn(frameIn(null))],
    ["one that throws", frameIn(frameIn(null, { API: {}, API_1484_11: {} }))],
    ["one of another origin", frameIn(foreign(frameIn(null, { API: {}, API_1484_11: {} })))],
    ["a chain without an end", endless()],
  ])("the page works with %s", (_, page) => {
    const unit = open(version, page);
    unit.answer("a", true);
    unit.moveTo("mode=quiz");
    unit.save();
    unit.end();
    expect(unit.record.score).toBe(1);
  });

  test("a run-time that refuses to start is left alone", () => {
    const api = runTime(version);
    const [start, write] = version === "1.2" ? ["LMSInitialize", "LMSSetValue"] : ["Initialize", "SetValue"];
    vi.spyOn(api, start).mockReturnValue("false");
    const writing = vi.spyOn(api, write);
    open(version, frameIn(holding(version, api))).answer("a", true);
    expect(writing).not.toHaveBeenCalled();
  });

  test("who only looks at the unit changes nothing", () => {
    const api = runTime(version);
    (version === "1.2" ? api.cmi.core : api.cmi)[NAMES[version].mode] = "review";
    const unit = open(version, frameIn(holding(version, api)));
    unit.answer("a", true);
    expect(read(version, api, "raw")).toBe("");
  });
});

function endless() {
  const frame = { opener: null };
  Object.defineProperty(frame, "parent", { get: endless });
  return frame;
}

describe("what is kept of the answers", () => {
  test("a text is read as it was written", () => {
    const record = new LearnerRecord("", 2);
    record.add("a", true);
    record.add("b", false);
    expect(new LearnerRecord(record.text, 2).answers).toEqual(record.answers);
  });

  test.each(["", "nonsense", "2|abcde1", "1|", "1|ab", "{}"])(
    "%j is not understood, so the record starts empty",
    (text) => {
      const record = new LearnerRecord(text, 2);
      expect([record.score, record.progress, record.isComplete]).toEqual([null, 0, false]);
    },
  );

  test("a key has five letters and is always the same", () => {
    // FNV-1a of "a", as its authors publish it
    expect(keyOf("a")).toBe((0xe40c292c).toString(36).slice(-5));
    expect(keyOf("")).toHaveLength(5);
  });
});
