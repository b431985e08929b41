import { isMainThread } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Progress, STORAGE_KEY } from "../../assets/quiz/progress.js";
import { randomNumber } from "../../assets/quiz/seeded-random.js";
import { addDays, answered, dayOf, dueOn, readEntry, storedEntry } from "../../assets/quiz/schedule.js";

describe("days", () => {
  test.each([
    ["2026-11-30", 1, "2026-12-01"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2027-02-28", 1, "2027-03-01"],
    ["2026-10-24", 3, "2026-10-27"], // summer time ends in Europe
    ["2026-03-27", 3, "2026-03-30"], // and begins
    ["2026-11-30", 35, "2027-01-04"],
  ])("%s and %i days make %s", (day, days, then) => expect(addDays(day, days)).toBe(then));

  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  // a thread, as in `make mutants`, cannot change its time zone
  test.skipIf(!isMainThread).each([
    ["Europe/Berlin", "2026-11-30T23:30:00Z", "2026-12-01"],
    ["America/Los_Angeles", "2026-12-01T07:59:00Z", "2026-11-30"],
    ["Pacific/Kiritimati", "2026-11-30T10:00:00Z", "2026-12-01"],
    ["Europe/Berlin", "2026-10-24T22:30:00Z", "2026-10-25"], // the day with 25 hours begins
    ["Europe/Berlin", "2026-10-25T22:59:00Z", "2026-10-25"], // and ends
    ["America/Santiago", "2026-09-06T04:00:00Z", "2026-09-06"], // a day without a midnight
  ])("in %s, %s is on %s", (place, time, day) => {
    process.env.TZ = place;
    expect(dayOf(new Date(time))).toBe(day);
  });
});

describe("a question", () => {
  // each row: day, whether the answer is right, the box and the day that follow
  test("that was missed comes back after 1, 3, 7, 16 and 35 days", () => {
    const course = [
      ["2026-11-30", false, 0, "2026-12-01"],
      ["2026-12-01", true, 1, "2026-12-04"],
      ["2026-12-04", true, 2, "2026-12-11"],
      ["2026-12-11", true, 3, "2026-12-27"],
      ["2026-12-27", true, 4, "2027-01-31"],
      ["2027-01-31", true, 5, undefined],
      ["2027-02-01", true, 5, undefined],
    ];
    let entry;
    for (const [day, isRight, box, due] of course) {
      entry = answered(entry, isRight, day);
      expect([entry.box, entry.due], day).toEqual([box, due]);
    }
    expect([entry.right, entry.wrong]).toEqual([6, 1]);
  });

  test("that was never missed is never due", () => {
    expect(answered(undefined, true, "2026-11-30")).toEqual({ right: 1, wrong: 0, day: "2026-11-30" });
  });

  const waiting = { right: 2, wrong: 1, day: "2026-12-04", box: 2, due: "2026-12-11" };

  test("starts again when it is missed, due or not", () => {
    for (const day of ["2026-12-05", "2026-12-11", "2027-06-01"])
      expect(answered(waiting, false, day)).toMatchObject({ wrong: 2, box: 0, due: addDays(day, 1) });
  });

  test("keeps its box and day when it is right too early", () => {
    expect(answered(waiting, true, "2026-12-10")).toEqual({ ...waiting, right: 3, day: "2026-12-10" });
  });

  test("that is overdue waits from the day of the answer", () => {
    expect(answered(waiting, true, "2027-01-10")).toMatchObject({ box: 3, due: "2027-01-26" });
  });
});

describe("what is due", () => {
  const due = (day) => ({ right: 0, wrong: 1, day: "2026-11-01", box: 0, due: day });
  const entries = {
    b: due("2026-11-30"),
    a: due("2026-11-30"),
    late: due("2026-11-02"),
    soon: due("2026-12-02"),
    too: due("2026-12-02"),
    later: due("2026-12-09"),
    clock: due("2099-01-01"), // was stored by a clock that was wrong
    never: { right: 1, wrong: 0, day: "2026-11-01" },
  };

  test("lists what is due by day, and names the next day", () => {
    expect(dueOn(entries, "2026-11-30")).toEqual({
      due: ["late", "a", "b", "clock"],
      next: { day: "2026-12-02", count: 2 },
    });
    expect(dueOn({}, "2026-11-30")).toEqual({ due: [], next: null });
  });
});

describe("a stored entry", () => {
  test.each([
    [
      "of an older version, missed",
      [4, 2, "2026-11-20"],
      { right: 4, wrong: 2, day: "2026-11-20", box: 0, due: "2026-11-21" },
    ],
    ["of an older version, never missed", [4, 0, "2026-11-20"], { right: 4, wrong: 0, day: "2026-11-20" }],
    [
      "with a box",
      [4, 2, "2026-11-20", 3, "2026-12-06"],
      { right: 4, wrong: 2, day: "2026-11-20", box: 3, due: "2026-12-06" },
    ],
    ["past the last box", [9, 2, "2026-11-20", 5], { right: 9, wrong: 2, day: "2026-11-20", box: 5 }],
    [
      "with a box that does not exist",
      [1, 1, "2026-11-20", 9, "2026-12-06"],
      { right: 1, wrong: 1, day: "2026-11-20", box: 0, due: "2026-11-21" },
    ],
    [
      "with a day that does not exist",
      [1, 1, "2026-11-20", 2, "2026-02-30"],
      { right: 1, wrong: 1, day: "2026-11-20", box: 0, due: "2026-11-21" },
    ],
  ])("%s is read", (_, stored, entry) => {
    expect(readEntry(stored)).toEqual(entry);
    expect(readEntry(storedEntry(entry))).toEqual(entry);
  });

  test.each([
    [null],
    ["x"],
    [{}],
    [[]],
    [[1, 2]],
    [[-1, 0, "2026-11-20"]],
    [[1, 0.5, "2026-11-20"]],
    [[1, 0, "today"]],
    [[1, 0, "2026-13-01"]],
  ])("%j is ignored", (stored) => expect(readEntry(stored)).toBeNull());
});

test("whatever is answered when, the boxes keep their promises", () => {
  for (let course = 0; course < 200; course++) {
    let [entry, day, wrong] = [undefined, "2026-01-01", 0];
    for (let n = 0; n < 40; n++) {
      day = addDays(day, randomNumber("wait", course, n) % 30);
      const isRight = randomNumber("right", course, n) % 4 > 0;
      const before = entry;
      entry = answered(before, isRight, day);
      wrong += Number(!isRight);
      expect([entry.right + entry.wrong, entry.wrong, entry.day]).toEqual([n + 1, wrong, day]);
      expect(readEntry(storedEntry(entry))).toEqual(entry);
      expect(entry.due === undefined, "waits exactly while it is in a box").toBe(!wrong || entry.box === 5);
      if (!isRight) expect([entry.box, entry.due]).toEqual([0, addDays(day, 1)]);
      else if (before?.due) expect(entry.box - before.box).toBe(day >= before.due ? 1 : 0);
      // no question is due again on the day on which it was answered, unless it already was
      expect(dueOn({ one: entry }, day).due).toEqual([]);
    }
  }
});

describe("progress", () => {
  const stored = new Map();
  const storage = {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => void stored.set(key, value),
    removeItem: (key) => void stored.delete(key),
  };
  const read = () => JSON.parse(stored.get(STORAGE_KEY));
  const tab = () =>
    new Progress(
      (id) => id !== "gone",
      () => new Date(2026, 10, 30, 12),
    );
  beforeEach(() => {
    stored.clear();
    vi.stubGlobal("localStorage", storage);
  });
  afterEach(() => vi.unstubAllGlobals());

  test("is kept only once it was asked for", () => {
    tab().record("a", false);
    expect(stored.size).toBe(0);
    expect(tab().start()).toBe(true);
    tab().record("a", false);
    expect(read()).toEqual({ a: [0, 1, "2026-11-30", 0, "2026-12-01"] });
    tab().forget();
    expect(stored.size).toBe(0);
  });

  test("of two tabs is kept together, and deleted for both", () => {
    const [one, other] = [tab(), tab()];
    one.start();
    one.record("a", false);
    other.record("b", true);
    one.record("c", true);
    expect(Object.keys(read())).toEqual(["a", "b", "c"]);
    other.start();
    expect(one.answeredCount).toBe(3);
    other.forget();
    one.record("a", true);
    expect(stored.size).toBe(0);
  });

  test("of an older version is read, without what is damaged or no longer asked", () => {
    const old = { a: [3, 1, "2026-11-20"], b: [2, 0, "2026-11-20"], gone: [0, 5, "2026-11-20"], c: "x", d: [1] };
    stored.set(STORAGE_KEY, JSON.stringify(old));
    expect(tab().due).toEqual({ due: ["a"], next: null });
    expect(tab().answeredCount).toBe(2);
    tab().record("b", true);
    expect(read()).toEqual({ a: [3, 1, "2026-11-20", 0, "2026-11-21"], b: [3, 0, "2026-11-30"] });
  });

  test.each(["[]", "7", "null", "{", '"x"'])("is nothing when %s is stored under its name", (text) => {
    stored.set(STORAGE_KEY, text);
    expect(tab().isStored).toBe(false);
    tab().record("a", true);
    expect(stored.get(STORAGE_KEY)).toBe(text);
  });

  test("is not kept where the browser allows no storage", () => {
    const refuse = () => {
      throw new Error("no storage");
    };
    vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse, removeItem: refuse });
    expect(tab().start()).toBe(false);
    expect(tab().isStored).toBe(false);
    tab().record("a", true);
    tab().forget();
  });
});
