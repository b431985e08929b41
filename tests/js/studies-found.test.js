import { describe, expect, test } from "vitest";
import { parseFindings, Findings } from "../../assets/reasoning/findings.js";
import { apart } from "../../assets/reasoning/next-study.js";
import { studyNames } from "../../assets/reasoning/study-names.js";
import { compared } from "../../assets/reasoning/study-scoring.js";

const names = studyNames({
  all: [
    ["ring_sensory", "Ring sensory study"],
    ["bend_motor", "Bend motor study"],
    ["emg bend", "Needle EMG: Bender"],
  ],
  results: { study: ["normal", "reduced", "absent", "slowed"], needle: ["normal", "fibrillations"] },
  injuries: ["axon-loss", "conduction-block"],
  usual_day: 21,
  last_day: 730,
  parameters: {},
  tests: {},
  sureness: {},
  gaps: [0.2, 0.4],
});
const parse = (text) => parseFindings(text, () => undefined, names);

describe("results of studies in the address", () => {
  const text = "study:ring_sensory:absent,emg:bend:fibrillations,day:2,injury:conduction-block";

  test("are read and written alike", () => expect(parse(text).findings.toText()).toBe(text));

  test("become what localisation takes", () => {
    const { signs, studies, days, injury } = parse(text).findings.plain();
    expect({ signs, studies, days, injury }).toEqual({
      signs: [],
      studies: [
        ["ring_sensory", "absent"],
        ["emg bend", "fibrillations"],
      ],
      days: 2,
      injury: "conduction-block",
    });
  });

  test("can be named", () => expect(parse("study:Ring sensory study:normal").findings.all[0].id).toBe("ring_sensory"));

  test("leave findings without studies as they were", () =>
    expect(new Findings([{ id: "bend", sign: "weak" }]).plain()).not.toHaveProperty("studies"));

  test.each([
    ["study:ring_sensor:absent", "study", "ring_sensory"],
    ["emg:bendy:normal", "emg", "bend"],
    ["study:bend:normal", "study", "bend_motor"],
    ["study:ring_sensory:gone", "result", "normal, reduced, absent, slowed"],
    ["study:ring_sensory", "result", "normal, reduced, absent, slowed"],
    ["emg:bend:absent", "result", "normal, fibrillations"],
    ["day:1.5", "day", "730"],
    ["day:731", "day", "730"],
    ["day", "day", "730"],
    ["injury:crush", "injury", "axon-loss, conduction-block"],
  ])("%j is wrong: %s, and %j would be right", (item, problem, near) =>
    expect(parse(item).wrong).toEqual([[item, problem, near]]),
  );

  test("a second result of one study is refused", () =>
    expect(parse("study:ring_sensory:absent,study:ring_sensory:normal").wrong).toEqual([
      ["study:ring_sensory:normal", "twice"],
    ]));
});

describe("a result", () => {
  const parameters = {
    false_positive: { sensory: 0.1 },
    sensitivity: { sensory: 0.8 },
    degree_cost: 0.3,
    other_change_cost: 1,
  };
  test.each([
    ["normal", "normal", true, 0],
    ["normal", "absent", false, -Math.log(0.2)],
    ["absent", "normal", false, -Math.log(0.1)],
    ["reduced", "absent", true, 0],
    ["absent", "reduced", true, 0.3],
    ["slowed", "reduced", false, 1],
    ["fibrillations", "abnormal", true, 0],
    ["absent", "uncertain", null, 0],
    ["normal", "uncertain", null, 0],
  ])("%s where %s is expected: %s", (result, expected, fits, cost) => {
    const [isFitting, costs] = compared("sensory", result, expected, parameters);
    expect(isFitting).toBe(fits);
    expect(costs).toBeCloseTo(cost, 12);
  });
});

test("what is uncertain separates nothing, and normal from abnormal most", () => {
  const gap = (one, other) => apart(one, other, [0.2, 0.4]);
  expect([gap("uncertain", "absent"), gap("absent", "absent"), gap("normal", "slowed")]).toEqual([0, 0, 1]);
  expect([gap("absent", "reduced"), gap("slowed", "absent")]).toEqual([0.2, 0.4]);
});
